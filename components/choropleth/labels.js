// Names and values printed where there is room, none over another.

const SYMBOLS = '"DejaVu Sans", "Segoe UI Symbol", "Noto Sans Symbols 2"';
const widths = new Map(); // font + text → pixels

function widthOf(ctx, text) {
  const key = ctx.font + text;
  if (!widths.has(key)) {
    if (widths.size > 20000) widths.clear();
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key);
}

/** The fonts of the two lines of a label. */
export function fontsOf(size, family) {
  return [`600 ${size}px ${family}, ${SYMBOLS}`, `400 ${size}px ${family}, ${SYMBOLS}`];
}

/**
 * Choose labels: the selected place first, then the roomiest. Each tries name and value, then the value with its
 * symbol, then the symbol alone.
 *
 * `candidates`: {x, y, width, height, name, value, symbol, first, dark}, pixels. Returns {x, y, lines, dark}, lines
 * being [text, font].
 */
export function placed(ctx, candidates, size, family) {
  const [strong, plain] = fontsOf(size, family);
  const high = size * 1.2;
  const taken = [];
  const labels = [];
  const order = [...candidates].sort((a, b) => b.first - a.first || b.width * b.height - a.width * a.height);
  for (const place of order) {
    for (const lines of forms(place, strong, plain)) {
      const width = Math.max(...lines.map(([text, font]) => ((ctx.font = font), widthOf(ctx, text))));
      const box = boxAt(place, width, high * lines.length);
      const fits = place.first || (width <= place.width * 1.05 && high * lines.length <= place.height * 1.05);
      if (!fits || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      labels.push({ x: place.x, y: place.y, lines, dark: place.dark });
      break;
    }
  }
  return labels;
}

function forms({ name, value, symbol }, strong, plain) {
  const marked = symbol ? `${symbol} ` : "";
  const all = [];
  if (value) all.push([[marked + name, strong], [value, plain]], [[marked + value, plain]]);
  else all.push([[marked + name, strong]]);
  if (symbol) all.push([[symbol, strong]]);
  return all;
}

function boxAt({ x, y }, width, height) {
  return [x - width / 2 - 3, y - height / 2 - 1, x + width / 2 + 3, y + height / 2 + 1];
}

function overlaps(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Whether a colour is so dark that words on it have to be light. */
export function isDark(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 125;
}

/** Print labels dark on light classes and light on dark ones, with a halo for what they run into. */
export function print(ctx, labels, size) {
  const high = size * 1.2;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3;
  ctx.globalAlpha = 1;
  for (const { x, y, lines, dark } of labels) {
    ctx.strokeStyle = dark ? "rgba(0,0,0,.6)" : "rgba(255,255,255,.85)";
    ctx.fillStyle = dark ? "#fff" : "#111";
    lines.forEach(([text, font], row) => {
      const at = y + (row - (lines.length - 1) / 2) * high;
      ctx.font = font;
      ctx.strokeText(text, x, at);
      ctx.fillText(text, x, at);
    });
  }
}
