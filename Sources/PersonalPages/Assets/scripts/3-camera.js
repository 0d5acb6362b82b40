// One camera at a time; it is off as soon as it is not needed.
let stream = null;
const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia);

async function startCamera(video, facing, width) {
  stopCamera();
  stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: facing, width: { ideal: width } } });
  video.srcObject = stream;
  await video.play();
}

function stopCamera() {
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
}
addEventListener("pagehide", stopCamera);

// A refusal as a line of a list: why, what to do, and what it rests on.
function refusalLine(fault) {
  const item = document.createElement("li"), mend = document.createElement("span");
  mend.className = "mend";
  mend.textContent = " " + fault.mend;
  item.append(fault.reason, mend);
  for (const rule of fault.rules ?? []) {
    const link = document.createElement("a");
    link.className = "rule";
    link.href = "/p/rules#" + rule.id;
    link.textContent = rule.source;
    item.append(" ", link);
  }
  return item;
}

// Everything the server may answer: what is next, faults of a picture, or a refusal in words.
async function send(address, body, headers = {}) {
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json", ...headers }, credentials: "same-origin" });
  return answer.json();
}
