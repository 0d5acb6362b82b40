// What the server will look at too, seen before anything is sent. These warn; the server decides.
const SIDE = 640, SIDE_MIN = 480, SHARP_MIN = 60, DARK_MAX = 52, GLARE_SHARE = 0.05;
// Of the variance between document and ground and how far apart their shades are at least (a card held before a light wall is not parted from
// it so well); of a border that the document covers, of the picture that it covers.
const PARTED_SHARE = 0.76, PARTED_BY = 75, CUT_SHARE = 0.08, DOCUMENT_SHARE = 0.1;

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

// The lighter of two parts of the picture: the threshold that parts the shades best (Otsu), how much of their variance it explains, and how far
// apart the two are on average.
function parted(shades) {
  const counts = new Float64Array(256);
  for (const shade of shades) counts[shade]++;
  let all = 0, squares = 0;
  for (let shade = 0; shade < 256; shade++) { all += shade * counts[shade]; squares += shade * shade * counts[shade]; }
  const mean = all / shades.length, variance = squares / shades.length - mean ** 2;
  let least = 0, best = 0, apart = 0, below = 0, sum = 0;
  for (let shade = 0; shade < 255; shade++) {
    below += counts[shade]; sum += shade * counts[shade];
    if (!below || below === shades.length) continue;
    const between = (mean * below - sum) ** 2 / (below * (shades.length - below));
    if (between > best) { best = between; least = shade; apart = (all - sum) / (shades.length - below) - sum / below; }
  }
  return { least, share: variance > 0 ? best / variance : 0, apart };
}

// The pixels of the largest light part that hangs together.
function largestPart(isLight, width, height) {
  const part = new Int32Array(isLight.length);
  let largest = { name: 0, size: 0 }, name = 0;
  for (let start = 0; start < isLight.length; start++) {
    if (!isLight[start] || part[start]) continue;
    const open = [start];
    let size = 0;
    part[start] = ++name;
    while (open.length) {
      const at = open.pop(), x = at % width;
      size++;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= isLight.length || !isLight[next] || part[next]) continue;
        part[next] = name;
        open.push(next);
      }
    }
    if (size > largest.size) largest = { name, size };
  }
  return part.map(one => Number(one === largest.name && name > 0));
}

// A document is lighter than what it lies on, and ends inside the picture: one that runs over a border has corners outside. One that runs
// over all four is a scan. Where the two cannot be told apart, nothing is said: the server looks for straight edges.
function cutShares(source, width, height) {
  const canvas = shrunk(source, width, height, 160), across = canvas.width, down = canvas.height;
  const { data } = canvas.getContext("2d").getImageData(0, 0, across, down);
  // The darkest of the three colours: wood and cloth have one, white paper has none.
  const shades = new Uint8Array(across * down).map((_, at) => Math.min(data[4 * at], data[4 * at + 1], data[4 * at + 2]));
  const { least, share, apart } = parted(shades);
  if (share < PARTED_SHARE || apart < PARTED_BY) return null;
  const part = largestPart(shades.map(shade => Number(shade > least)), across, down);
  // Print reaches no further than the paper around it: of each border, from the first light pixel to the last.
  const reach = pixels => pixels.includes(1) ? (pixels.lastIndexOf(1) - pixels.indexOf(1) + 1) / pixels.length : 0;
  const column = x => part.filter((_, at) => at % across === x);
  const size = part.reduce((sum, one) => sum + one, 0) / part.length;
  return { size, sides: [part.slice(0, across), column(across - 1), part.slice(-across), column(0)].map(reach) };
}

function missesCorners(source, width, height) {
  const cut = cutShares(source, width, height);
  if (!cut || cut.size < DOCUMENT_SHARE) return false;
  const sides = cut.sides.filter(share => share > CUT_SHARE).length;
  return sides > 0 && sides < 4;
}

function faultsOf(source, width, height, isDocument) {
  if (Math.min(width, height) < SIDE_MIN) return ["too-small"];
  const seen = brightness(shrunk(source, width, height, SIDE));
  const mean = seen.light.reduce((sum, value) => sum + value, 0) / seen.light.length;
  const faults = [];
  if (mean < DARK_MAX) faults.push("dark");
  else if (sharpness(seen) < SHARP_MIN) faults.push("blurred");
  if (glare(seen) > GLARE_SHARE) faults.push("glare");
  if (isDocument && mean >= DARK_MAX && missesCorners(source, width, height)) faults.push("corner-missing");
  return faults;
}

const asJPEG = (canvas, quality) => new Promise(done => canvas.toBlob(done, "image/jpeg", quality));
