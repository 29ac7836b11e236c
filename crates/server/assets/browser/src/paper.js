/* An identity on paper: in groups that can be typed, and as a QR code. */
import { encodeQR } from "qr";

const SVG = "http://www.w3.org/2000/svg";

/** A key in groups of four after the `1` that ends its prefix. */
export function groups(key) {
  const cut = key.indexOf("1") + 1;
  return [key.slice(0, cut), ...key.slice(cut).match(/.{1,4}/g)].join(" ");
}

/** A QR code as an SVG element, a path of one square for each dark module. */
export function qr(text) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  let path = "";
  rows.forEach((row, y) => row.forEach((dark, x) => { if (dark) { path += `M${x} ${y}h1v1h-1z`; } }));
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("shape-rendering", "crispEdges");
  const modules = document.createElementNS(SVG, "path");
  modules.setAttribute("d", path);
  svg.append(modules);
  return svg;
}
