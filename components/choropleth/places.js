// The places of a boundary file: fetched once by address, each with the point and the room for its label.

const files = new Map(); // address → promise of a GeoJSON object

/** Fetch a file once for the whole page; a failed attempt is forgotten, so that it can be tried again. */
export function fetched(address) {
  if (!files.has(address)) {
    const arrived = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    });
    files.set(address, arrived);
    arrived.catch(() => files.delete(address));
  }
  return files.get(address);
}

/** Describe one feature: code, name, where its label goes and how wide and high a label may be, in degrees. */
export function placeOf(feature, index) {
  const { code, name, inset, label_lon: lng, label_lat: lat } = feature.properties;
  const ring = largestRing(feature);
  const room = Number.isFinite(lng) && Number.isFinite(lat) ? roomAt(ring, lng, lat) : roomIn(ring);
  return { index, code: String(code), name, inset: Boolean(inset), shape: feature, ...room };
}

export function ringsOf({ geometry }) {
  if (geometry.type === "Polygon") return [geometry.coordinates[0]];
  if (geometry.type === "MultiPolygon") return geometry.coordinates.map((polygon) => polygon[0]);
  return [];
}

function largestRing(feature) {
  const area = (ring) => {
    let sum = 0;
    for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    return Math.abs(sum);
  };
  return ringsOf(feature).reduce((best, ring) => (best && area(best) >= area(ring) ? best : ring), null);
}

function roomAt(ring, lng, lat) {
  const across = ring && longestChord(ring, lat, 1, 0, lng);
  const upright = ring && longestChord(ring, lng, 0, 1, lat);
  return { lng, lat, width: across?.length ?? 0, height: upright?.length ?? 0 };
}

// A label is wide and low, so the best place for it is the middle of the longest horizontal chord near the middle.
function roomIn(ring) {
  if (!ring) return { lng: 0, lat: 0, width: 0, height: 0 };
  const lats = ring.map((point) => point[1]);
  const south = Math.min(...lats);
  const tall = Math.max(...lats) - south;
  let best = { width: -1 };
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const lat = south + tall * part;
    const chord = longestChord(ring, lat, 1, 0);
    // A chord has to be a tenth longer to be worth leaving the middle for.
    if (chord && chord.length > best.width * 1.1) best = { lat, lng: chord.middle, width: chord.length };
  }
  if (best.width < 0) return { lng: ring[0][0], lat: ring[0][1], width: 0, height: 0 };
  return roomAt(ring, best.lng, best.lat);
}

// Where the line across: `at` cuts the ring; [across, along] are the indexes of the coordinates.
function longestChord(ring, at, across, along, through) {
  const cuts = [];
  for (let i = 1; i < ring.length; i++) {
    const [p, q] = [ring[i - 1], ring[i]];
    if (p[across] > at !== q[across] > at) {
      cuts.push(p[along] + ((at - p[across]) / (q[across] - p[across])) * (q[along] - p[along]));
    }
  }
  cuts.sort((a, b) => a - b);
  let best = null;
  for (let i = 1; i < cuts.length; i += 2) {
    const chord = { middle: (cuts[i] + cuts[i - 1]) / 2, length: cuts[i] - cuts[i - 1] };
    const holds = through === undefined || (cuts[i - 1] <= through && through <= cuts[i]);
    if (holds && (!best || chord.length > best.length)) best = chord;
  }
  return best;
}
