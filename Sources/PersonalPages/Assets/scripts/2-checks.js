// What the server will look at too, seen before anything is sent. These warn; the server decides.
const SIDE = 640, SIDE_MIN = 480, SHARP_MIN = 60, DARK_MAX = 52, GLARE_SHARE = 0.05;

function shrunk(source, width, height, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  // Shrunk in one coarse step a blurred picture would look sharp.
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// Brightness, 0 to 255, of the middle of the picture, where the document is.
function brightness(canvas) {
  const left = Math.round(canvas.width * 0.1), top = Math.round(canvas.height * 0.1);
  const width = canvas.width - 2 * left, height = canvas.height - 2 * top;
  const { data } = canvas.getContext("2d").getImageData(left, top, width, height);
  const light = new Float32Array(width * height);
  for (let at = 0; at < light.length; at++) {
    light[at] = 0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2];
  }
  return { light, width, height };
}

// Variance of the Laplacian: a sharp picture has edges.
function sharpness({ light, width, height }) {
  let sum = 0, squares = 0, count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge = 4 * light[at] - light[at - 1] - light[at + 1] - light[at - width] - light[at + width];
      sum += edge; squares += edge * edge; count++;
    }
  }
  return count ? squares / count - (sum / count) ** 2 : 0;
}

// Blown-out patches: squares in which nearly every pixel is white, as a lamp's reflection makes them.
function glare({ light, width, height }) {
  const side = 8;
  let white = 0, squares = 0;
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      let blown = 0;
      for (let y = top; y < top + side; y++) for (let x = left; x < left + side; x++) blown += light[y * width + x] > 252;
      white += blown > side * side * 0.9; squares++;
    }
  }
  return squares ? white / squares : 0;
}

function faultsOf(source, width, height) {
  if (Math.min(width, height) < SIDE_MIN) return ["too-small"];
  const seen = brightness(shrunk(source, width, height, SIDE));
  const mean = seen.light.reduce((sum, value) => sum + value, 0) / seen.light.length;
  const faults = [];
  if (mean < DARK_MAX) faults.push("dark");
  else if (sharpness(seen) < SHARP_MIN) faults.push("blurred");
  if (glare(seen) > GLARE_SHARE) faults.push("glare");
  return faults;
}

const asJPEG = (canvas, quality) => new Promise(done => canvas.toBlob(done, "image/jpeg", quality));
