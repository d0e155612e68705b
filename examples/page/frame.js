// Has a frame read a text. Where the frame lies on another origin, ?frame=https://… names its folder.
import { connectFrame } from "./yaolan/frame-host.js";

const folder = new URL(new URLSearchParams(location.search).get("frame") ?? "yaolan/", location.href);
const frame = document.getElementById("frame");
frame.src = new URL(`embed.html?origins=${encodeURIComponent(location.origin)}`, folder);

const connection = await connectFrame(frame);
const text = document.getElementById("text").textContent;
const analysis = await connection.analyze(text, { date: "2024-01-05" });
document.getElementById("status").textContent = `${analysis.indicators.length} indicators`;
connection.onselect = ({ kind, index }) => {
  document.getElementById("status").textContent = `${kind} ${index}`;
};
