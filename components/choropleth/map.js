// A choropleth on Leaflet's canvas renderer. Streamlit calls `draw` at every change of the data: the map of an element
// is kept, and a change recolours it in place.
import { isDark, placed } from "./labels.js";
import { createPainter } from "./leaflet_canvas.js";
import { fetched, placeOf, ringsOf } from "./places.js";
import words from "./words.js";

const maps = new WeakMap(); // Streamlit's element → its Choropleth
let focusLost = false; // a map had the keyboard focus when Streamlit removed it: the next map takes the focus
let ready = null; // promise: Leaflet loaded, styles fetched; once for the page

export default function draw({ parentElement, data, setTriggerValue }) {
  let map = maps.get(parentElement);
  if (!map) {
    map = new Choropleth(parentElement);
    maps.set(parentElement, map);
  }
  map.report = (action, code) => setTriggerValue("gesture", { action, code });
  map.show(data);
  // Streamlit calls this also when a newer call has overtaken this one: only a map that has left the page ends.
  return () => setTimeout(() => map.frame.isConnected || map.end());
}

function prepared() {
  ready ??= Promise.all([leaflet(), sheet("/leaflet/leaflet.css"), sheet(new URL("./map.css", import.meta.url))]);
  ready.catch(() => (ready = null));
  return ready;
}

function leaflet() {
  if (window.L) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error("leaflet.js"));
    script.src = "/leaflet/leaflet.js";
    document.head.append(script);
  });
}

async function sheet(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new CSSStyleSheet().replace(await answer.text());
}

function element(tag, name, text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text; // text, not markup: names and notes come from tables
  return made;
}

const ALPHABET = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((c) => c !== "\\");
const NUMBER = new Map(ALPHABET.map((letter, number) => [letter, number]));

/** A name without its type, unless only a number is left: "Phường 1" stays whole. */
function shortOf(name) {
  const type = words.types.find((each) => name.startsWith(each));
  const rest = type ? name.slice(type.length) : name;
  return /^\d/.test(rest) ? name : rest[0].toUpperCase() + rest.slice(1);
}

/** Open a coded column (see coding.py): the text for each place. */
function opened({ words: joined, tail, at }, count) {
  const texts = joined.split("\n");
  const full = texts.map((text) => (text || texts.length === 1 ? text + tail : ""));
  if (at === undefined) return (index) => full[full.length === 1 ? 0 : index];
  if (at.length === count) return (index) => full[NUMBER.get(at[index])];
  return (index) => full[NUMBER.get(at[2 * index]) * ALPHABET.length + NUMBER.get(at[2 * index + 1])];
}

class Choropleth {
  constructor(parent) {
    this.parent = parent;
    this.places = [];
    this.current = null; // the place under the pointer or the keyboard
    this.moved = false; // whether the reader has chosen what to look at
    this.build();
  }

  build() {
    this.frame = element("section", "choropleth");
    this.heading = element("p", "title");
    this.basis = element("p", "basis");
    this.stage = element("div", "stage");
    this.ground = element("div", "ground");
    this.mark = element("div", "mark");
    this.insets = element("div", "insets");
    this.panel = element("div", "panel");
    this.trouble = element("p", "trouble");
    this.legend = element("ul", "legend");
    this.spoken = element("p", "spoken");
    this.panel.hidden = this.trouble.hidden = true;
    this.trouble.setAttribute("role", "status");
    this.spoken.setAttribute("aria-live", "polite");
    this.legend.setAttribute("aria-label", words.legend);
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-roledescription", words.role);
    this.tools = this.buttons();
    this.stage.append(this.ground, this.mark, this.tools, this.insets, this.panel, this.trouble);
    this.frame.append(this.heading, this.basis, this.stage, this.legend, this.spoken);
    this.frame.style.visibility = "hidden"; // until its style has arrived; its height reserves the room on the page
    this.parent.append(this.frame);
    this.stage.addEventListener("keydown", (event) => this.press(event));
    this.stage.addEventListener("focus", () => this.stage.matches(":focus-visible") && this.say(words.help));
    this.stage.addEventListener("blur", () => this.leave());
    this.frame.whereIs = (code) => this.whereIs(code); // for tests
  }

  leave() {
    this.point(null);
    setTimeout(() => (focusLost ||= !this.stage.isConnected));
  }

  buttons() {
    const tools = element("div", "tools");
    const acts = [["+", words.zoomIn, () => this.map.zoomIn()], ["−", words.zoomOut, () => this.map.zoomOut()],
                  ["⤢", words.fit, () => this.fit()]];
    for (const [sign, name, act] of acts) {
      const button = element("button", "", sign);
      button.type = "button";
      button.title = name;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", () => this.map && act());
      tools.append(button);
    }
    return tools;
  }

  // ---- what is shown ----------------------------------------------------------------------------------------------

  /** Show new data; while its boundaries are loading, the map stays as it is. */
  show(data) {
    this.wanted = data;
    this.frame.style.height = data.height;
    if (this.map && filesOf(data).every((file, at) => file === filesOf(this.data ?? {})[at])) this.recolour(data);
    else this.fetchAndShow(data);
  }

  async fetchAndShow(data, wait = 1000) {
    try {
      const files = filesOf(data).map((file) => file && fetched(file));
      const [styles, main, islands, borders] = await Promise.all([prepared(), ...files]);
      if (this.wanted !== data || this.ended) return; // overtaken by newer data
      if (!this.map) this.mount(styles);
      this.swap(main, islands, borders);
      this.recolour(data);
      if (focusLost && document.activeElement === document.body) this.stage.focus({ preventScroll: true });
      focusLost = false;
    } catch (error) {
      if (this.wanted !== data || this.ended) return;
      console.warn("map:", error.message);
      this.complain(words.trouble);
      setTimeout(() => this.wanted === data && !this.ended && this.fetchAndShow(data, Math.min(wait * 2, 30000)), wait);
    }
  }

  complain(text) {
    this.frame.style.visibility = "";
    this.trouble.textContent = text;
    this.trouble.hidden = false;
  }

  mount([, leafletStyle, ownStyle]) {
    this.parent.adoptedStyleSheets = [leafletStyle, ownStyle];
    this.frame.style.visibility = "";
    this.map = L.map(this.ground, {
      attributionControl: false, zoomControl: false, keyboard: false, doubleClickZoom: false, boxZoom: false,
      scrollWheelZoom: false, trackResize: false, zoomSnap: 0, zoomDelta: 0.5,
      zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches, center: [16, 107], zoom: 6,
    });
    this.painter = createPainter({ padding: 0.3, of: this });
    this.hatch = hatch(this.ground);
    // The wheel scrolls the page unless the map has the focus.
    this.stage.addEventListener("focusin", () => this.map.scrollWheelZoom.enable());
    this.stage.addEventListener("focusout", () => this.map.scrollWheelZoom.disable());
    this.stage.addEventListener("pointerdown", () => this.stage.focus({ preventScroll: true }));
    this.map.on("dragstart", () => (this.moved = true));
    this.ground.addEventListener("wheel", () => (this.moved = true), { passive: true });
    this.map.on("click", () => this.clear());
    this.map.on("movestart zoomstart", () => this.openPanel(null));
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(this.ground);
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.ground;
    if (!width || !this.map) return;
    // The observer reports the first size, too; fitting all places again costs as much as drawing them.
    if (this.map.getSize().equals([width, height])) return;
    this.map.invalidateSize({ pan: false });
    if (!this.moved) this.fit();
  }

  end() {
    this.ended = true;
    this.watch?.disconnect();
    this.map?.remove();
    this.map = null;
    maps.delete(this.parent);
  }

  /** Replace the boundaries, and show all of them. */
  swap(main, islands, borders) {
    this.layer?.remove();
    this.borders?.remove();
    this.places = main.features.map(placeOf);
    this.islands = (islands?.features ?? []).map((feature) => ({ ...placeOf(feature, -1), inset: true, province: feature.properties.province }));
    this.current = null;
    this.openPanel(null);
    const placeAt = new Map(this.places.map((place) => [place.shape, place]));
    this.layer = L.geoJSON(main, {
      renderer: this.painter,
      onEachFeature: (feature, layer) => {
        layer.place = placeAt.get(feature);
        layer.place.layer = layer;
      },
    });
    const near = (feature) => !feature.properties.inset;
    this.borders = borders && L.geoJSON(borders, { renderer: this.painter, interactive: false, filter: near });
    this.layer.on("click", (event) => this.choose(event.propagatedFrom.place, event));
    this.layer.on("dblclick", (event) => this.drill(event.propagatedFrom.place));
    this.layer.on("mouseover mousemove", (event) => this.point(event.propagatedFrom.place, event));
    this.layer.on("mouseout", () => this.point(null));
    this.grain = median(this.places.map((place) => place.width));
    this.moved = false;
    this.fitNext = true;
  }

  /** Draw new colours and words on the same map: all that a change of indicator, period or selection does. */
  recolour(data) {
    const { places } = this;
    if (data.count !== places.length) return this.complain(words.mismatch);
    this.data = data;
    this.columns = Object.fromEntries(
      Object.entries(data.columns).map(([row, column]) => [row, opened(column, data.count)]),
    );
    this.classes = data.classes.map(([colour, word, symbol, hatched]) => ({ colour, word, symbol, hatched, dark: isDark(colour) }));
    if (data.outside !== this.outside) this.fitNext = true; // another part of the same file is shown
    this.outside = data.outside;
    places.forEach((place) => {
      place.outside = data.outside[place.index] === "1";
      place.look = this.classes[NUMBER.get(data.class[place.index])];
      place.dim = data.dimmed[place.index] === "1";
    });
    this.selected = data.selected;
    this.readTheme();
    this.write(data); // first, because heading and legend decide how much room is left for the map
    this.paint();
    if (this.current) this.fill(this.current);
  }

  paint() {
    this.drawInsets(); // first, because the land makes room for them
    if (this.fitNext) {
      this.fitNext = false;
      this.map.invalidateSize({ pan: false });
      this.fit();
      this.layer.addTo(this.map);
      this.borders?.addTo(this.map); // after the places, so that they are above them
    }
    this.painter.repaint();
  }

  fit() {
    this.moved = false;
    const near = this.places.filter((place) => !place.inset);
    const inside = near.filter((place) => !place.outside);
    if (!near.length || !this.ground.clientWidth) return;
    const all = L.latLngBounds([]);
    for (const place of inside.length ? inside : near) all.extend(place.layer.getBounds());
    this.map.fitBounds(all, { padding: [14, 14], animate: false });
    if (this.isCovered(all)) {
      const [left, right] = [this.tools.offsetLeft + this.tools.offsetWidth, this.ground.clientWidth - this.insets.offsetLeft];
      this.map.fitBounds(all, { paddingTopLeft: [left + 6, 14], paddingBottomRight: [right + 6, 14], animate: false });
    }
  }

  /** Whether the insets cover a part of the map. */
  isCovered(all) {
    const { x, y } = this.map.latLngToContainerPoint(all.getSouthEast());
    return this.insets.children.length > 0 && x > this.insets.offsetLeft && y > this.insets.offsetTop;
  }

  readTheme() {
    const style = getComputedStyle(this.frame);
    const value = (name) => style.getPropertyValue(name).trim();
    this.theme = {
      text: value("--st-text-color"), border: value("--st-border-color"), background: value("--st-background-color"),
      family: style.fontFamily, size: this.data.meeting ? parseFloat(getComputedStyle(document.documentElement).fontSize) : 14,
    };
  }

  write(data) {
    this.trouble.hidden = true;
    this.frame.classList.toggle("meeting", data.meeting);
    this.heading.textContent = data.title;
    this.basis.replaceChildren(...data.basis.map((line) => element("span", "", line)));
    this.stage.setAttribute("aria-label", `${data.alt} ${words.help}`);
    this.mark.replaceChildren();
    if (data.mark) {
      const text = element("span", "", data.mark[0]);
      this.mark.style.color = data.mark[1];
      this.mark.style.fontSize = `${Math.max(22, Math.min(96, (this.stage.clientWidth * 1.15) / data.mark[0].length))}px`;
      this.mark.append(text);
    }
    this.legend.replaceChildren(...this.classes.map(legendEntry), ...data.notes.map((note) => element("li", "note", note)));
  }

  // ---- how a place looks ------------------------------------------------------------------------------------------

  /** Fill and outline one polygon. */
  style(place) {
    const { look, dim, outside } = place;
    if (outside) return { fill: this.theme.border, hatched: false, alpha: 0.35 };
    return { fill: look.colour, hatched: look.hatched, alpha: dim ? 0.22 : 1 };
  }

  /** Width of the lines between places: where a place is a few pixels wide, a line of one pixel would hide its colour. */
  line() {
    return Math.max(0.15, Math.min(1, (this.grain * this.perDegree()) / 24));
  }

  perDegree() {
    return (256 * 2 ** this.map.getZoom()) / 360;
  }

  chosen() {
    return this.places.find((place) => place.code === this.selected);
  }

  outlined() {
    return [[this.current, 2.5, this.theme.text], [this.chosen(), 4, this.theme.text]].filter(([place]) => place);
  }

  /** The labels of the present view, in the renderer's pixels. */
  labels(ctx, bounds) {
    const { data, theme, map } = this;
    const perDegree = this.perDegree();
    const candidates = [];
    for (const place of this.places) {
      const flat = perDegree / Math.cos((place.lat * Math.PI) / 180);
      const width = place.width * perDegree;
      const height = place.height * flat;
      const first = place.code === this.selected;
      if (place.outside || (!first && (width < theme.size * 0.8 || height < theme.size || place.dim))) continue;
      const { x, y } = map.latLngToLayerPoint([place.lat, place.lng]);
      if (!bounds.contains([x, y])) continue;
      const { look } = place;
      const name = shortOf(place.name);
      // Without its unit, which is above the map, more values have room.
      const value = look.hatched ? "" : this.text("value", place).replace(` ${data.unit}`, "");
      candidates.push({ x, y, width, height, name, value, symbol: look.symbol, first, dark: look.dark });
    }
    return placed(ctx, candidates, theme.size, theme.family);
  }

  drawInsets() {
    const own = this.places.filter((place) => place.inset && !place.outside);
    const named = new Map(this.islands.map((island) => [island.code, island.name]));
    const rest = this.islands.filter((island) => !own.some((place) => place.code === island.code));
    const northernFirst = [...own, ...rest].sort((a, b) => b.lat - a.lat);
    const boxes = northernFirst.map((place) => this.inset(place, named.get(place.code) ?? place.name));
    this.insets.replaceChildren(...boxes);
  }

  inset(place, name) {
    // On a map of provinces an archipelago has the colour of its province.
    const look = place.look ?? this.places.find(({ code, outside }) => code === place.province && !outside)?.look;
    const box = element("button", place.look ? "" : "silent");
    box.type = "button";
    box.tabIndex = place.look ? 0 : -1;
    box.classList.toggle("chosen", place.code === this.selected && Boolean(place.look));
    const canvas = element("canvas");
    box.append(canvas, element("span", "", name));
    drawShape(canvas, place, this.theme, look, this.hatch);
    if (place.look) {
      box.addEventListener("click", () => this.choose(place));
      box.addEventListener("dblclick", () => this.drill(place));
      box.addEventListener("mouseenter", () => this.point(place));
      box.addEventListener("mouseleave", () => this.point(null));
      box.addEventListener("focus", () => box.matches(":focus-visible") && this.point(place));
    }
    return box;
  }

  // ---- gestures ---------------------------------------------------------------------------------------------------

  choose(place, event) {
    if (event) L.DomEvent.stopPropagation(event);
    if (place.outside || place.code === this.selected) return;
    this.selected = place.code;
    this.painter.repaint();
    this.say(words.selected.replace("{name}", place.name));
    this.report("select", place.code);
  }

  drill(place) {
    if (place.outside) return;
    this.report("drill", place.code);
  }

  clear() {
    if (this.selected === null) return;
    this.selected = null;
    this.painter.repaint();
    this.report("clear", null);
  }

  press(event) {
    if (!this.map || event.target !== this.stage || event.ctrlKey || event.altKey || event.metaKey) return;
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const acts = {
      Enter: () => this.current && (event.shiftKey ? this.drill(this.current) : this.choose(this.current)),
      Escape: () => (this.point(null), this.clear()),
      Backspace: () => this.report("rise", null),
      "+": () => this.zoom(1), "=": () => this.zoom(1), "-": () => this.zoom(-1), 0: () => this.fit(),
    };
    const act = arrows[event.key] ? () => this.walk(arrows[event.key]) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  zoom(way) {
    this.moved = true;
    if (way > 0) this.map.zoomIn();
    else this.map.zoomOut();
  }

  /** Step to the nearest place in a direction; the first step goes to the selected one, or to the middle. */
  walk([east, north]) {
    if (!this.current) {
      const { lat, lng } = this.map.getCenter();
      const far = (place) => Math.hypot(place.lng - lng, place.lat - lat);
      const middle = this.places.filter((place) => !place.inset && !place.outside).sort((a, b) => far(a) - far(b))[0];
      return this.visit(this.chosen() ?? middle);
    }
    let best = null;
    for (const place of this.places.filter((each) => !each.outside)) {
      const [dx, dy] = [place.lng - this.current.lng, place.lat - this.current.lat];
      const ahead = dx * east + dy * north;
      const aside = Math.abs(dx * north) + Math.abs(dy * east);
      // Ahead is within sixty degrees; distance aside counts twice.
      if (ahead <= 0 || aside > ahead * 1.73) continue;
      const cost = ahead + 2 * aside;
      if (!best || cost < best.cost) best = { place, cost };
    }
    if (best) this.visit(best.place);
  }

  visit(place) {
    if (!place) return;
    const at = [place.lat, place.lng];
    if (!place.inset && !this.map.getBounds().contains(at)) {
      this.moved = true;
      this.map.panTo(at, { animate: false });
    }
    this.point(place);
    this.say(`${place.name}. ${this.rows(place).map(([label, text]) => words.row.replace("{label}", label).replace("{text}", text)).join(" ")}`);
  }

  /** Return where a place is on the screen, x and y of its label; null where the map does not have it. */
  whereIs(code) {
    const place = this.places.find((each) => each.code === code);
    if (!place) return null;
    const { lat, lng } = place;
    const { x, y } = this.map.latLngToContainerPoint([lat, lng]);
    const { left, top } = this.ground.getBoundingClientRect();
    return [left + x, top + y];
  }

  say(text) {
    this.spoken.textContent = text;
  }

  // ---- texts of a place -------------------------------------------------------------------------------------------

  text(row, place) {
    const text = this.columns[row]?.(place.index) ?? "";
    return row === "value" ? text || words.noData : text;
  }

  rows(place) {
    return Object.entries(words.rows)
      .map(([row, label]) => [label, row === "status" ? this.status(place) : this.text(row, place)])
      .filter(([, text]) => text);
  }

  status(place) {
    const text = this.text("status", place);
    return text && place.look.symbol ? `${place.look.symbol} ${text}` : text;
  }

  /** Make a place the current one: outline it and open its panel; null closes both. */
  point(place, event) {
    if (place?.outside) return this.point(null);
    if (place !== this.current) {
      const before = this.current;
      this.current = place;
      this.painter?.touch(before, place);
      if (place) this.fill(place);
    }
    this.openPanel(place, event);
  }

  fill(place) {
    const list = element("dl");
    for (const [label, text] of this.rows(place)) list.append(element("dt", "", label), element("dd", "", text));
    this.panel.replaceChildren(element("b", "", place.name), list);
  }

  openPanel(place, event) {
    this.panel.hidden = !place;
    if (!place) return;
    const { x, y } = event?.containerPoint ?? this.map.latLngToContainerPoint([place.lat, place.lng]);
    const { clientWidth: width, clientHeight: height } = this.stage;
    const { offsetWidth: w, offsetHeight: h } = this.panel;
    const [fromLeft, fromTop] = [x + 18 + w > width ? x - 18 - w : x + 18, y + 18 + h > height ? y - 18 - h : y + 18];
    this.panel.style.left = `${Math.max(4, Math.min(fromLeft, width - w - 4))}px`;
    this.panel.style.top = `${Math.max(4, Math.min(fromTop, height - h - 4))}px`;
  }
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1];
}

function filesOf({ file, archipelagos, borders }) {
  return [file, archipelagos, borders];
}

function legendEntry({ colour, word, symbol, hatched, dark }) {
  const entry = element("li");
  const swatch = element("span", hatched ? "swatch hatched" : "swatch", symbol);
  swatch.style.backgroundColor = colour;
  swatch.style.color = dark ? "#fff" : "#111";
  entry.append(swatch, element("span", "", word));
  return entry;
}

function hatch() {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const ctx = tile.getContext("2d");
  ctx.strokeStyle = "#8f8f8f";
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  for (const shift of [-8, 0, 8]) {
    ctx.moveTo(shift - 1, 9);
    ctx.lineTo(shift + 9, -1);
  }
  ctx.stroke();
  return ctx.createPattern(tile, "repeat");
}

/** Draw a place alone, filling its canvas: for places too far off for the scale of the map. */
function drawShape(canvas, place, theme, look, pattern) {
  const scale = window.devicePixelRatio || 1;
  const [width, height] = [72, 56];
  canvas.width = width * scale;
  canvas.height = height * scale;
  const ctx = canvas.getContext("2d");
  ctx.scale(scale, scale);
  const rings = ringsOf(place.shape);
  const points = rings.length ? rings.flat() : pointsOf(place.shape.geometry);
  const [west, east] = [Math.min(...points.map((p) => p[0])), Math.max(...points.map((p) => p[0]))];
  const [south, north] = [Math.min(...points.map((p) => p[1])), Math.max(...points.map((p) => p[1]))];
  const unit = Math.min((width - 12) / (east - west || 1), (height - 12) / (north - south || 1));
  const at = ([lng, lat]) => [width / 2 + (lng - (west + east) / 2) * unit, height / 2 - (lat - (south + north) / 2) * unit];
  ctx.fillStyle = look ? look.colour : theme.background;
  ctx.strokeStyle = theme.text;
  ctx.lineWidth = 1;
  for (const ring of rings.length ? rings : points.map((point) => [point])) {
    ctx.beginPath();
    const dots = ring.map(at);
    const wide = Math.max(...dots.map((d) => d[0])) - Math.min(...dots.map((d) => d[0]));
    // An islet of less than three pixels is drawn as a dot, because it would not be seen.
    if (wide < 3) ctx.arc(...dots[0], 2.5, 0, 7);
    else dots.forEach((dot, i) => (i ? ctx.lineTo(...dot) : ctx.moveTo(...dot)));
    ctx.closePath();
    ctx.fill();
    if (look?.hatched) {
      ctx.save();
      ctx.fillStyle = pattern;
      ctx.fill();
      ctx.restore();
    }
    ctx.stroke();
  }
}

function pointsOf({ type, coordinates }) {
  return type === "Point" ? [coordinates] : coordinates;
}
