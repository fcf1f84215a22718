// <city-map>: what moves on the page of the map. Leaflet carries the view and its tiles, two canvases
// the sketch below them and the dots above, a pane the buttons. What lies where and what it is called
// is decided in Rust (app/src/islands/map/), which speaks of pixels of the world to this element.
//
// Events: `moved` while it moves, `worn` when the dots must be painted anew, `settled` when it rests,
// `placed` when the mark was dragged: of where somebody is, or of where a place stands. None comes while a method runs.

import { CRS, DivIcon, DomUtil, Map as Leaflet, Marker, TileLayer, point } from 'leaflet';

/** What is painted beyond the window, in pixels, so that little is missing while one pans. */
const MARGIN = 96;

/** The side of a dot in pixels. */
const DOT = 6;

/** From these zooms on, names are shown: of districts, of streets. */
const NAMED_FROM = [8, 13];

/** As many names are written at once. */
const NAMES_A_FRAME = 8;

/** Finer than this is not seen, and costs memory. */
const MOST_PIXEL_RATIO = 2;

/** The lights of dots by their number, in the order in which they are painted: the best on top. */
const LIGHTS = { off: 2, unknown: 3, half: 1, lit: 0 };

class CityMap extends HTMLElement {
  #map;
  #due = new Set();
  #sketch;
  #sketched;
  #naming;
  #dotted;
  #buttons;
  #marked = false;
  #written = '';
  #origin;
  #mark;
  #radius = 0;
  #dots = [0, 0, [], []];

  open(x, y, zoom, minZoom, maxZoom) {
    const map = new Leaflet(this, {
      center: CRS.EPSG3857.pointToLatLng(point(x, y), 0),
      zoom,
      minZoom,
      maxZoom,
      attributionControl: false,
      zoomControl: false,
      // Nothing moves by itself.
      zoomAnimation: false,
      fadeAnimation: false,
      inertia: false,
    });
    this.#map = map;
    this.#sketched = this.#canvas('sketch');
    this.#dotted = this.#canvas('dots');
    this.#buttons = map.createPane('buttons');
    const { layers = '', mostZoom } = this.dataset;
    for (const address of layers.split(' ').filter(Boolean)) {
      new TileLayer(address, { maxNativeZoom: Number(mostZoom), maxZoom }).addTo(map);
    }
    map.on('move', () => this.#moved());
    map.on('zoom', () => this.#stretch());
    map.on('moveend', () => this.#rest());
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(this);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#rest());
    // Who drags the map by a button does not press it.
    const dragged = (event) => event.detail > 0 && map.dragging.moved() && event.stopPropagation();
    this.addEventListener('click', dragged, true);
  }

  go(x, y, zoom) {
    this.#map.setView(CRS.EPSG3857.pointToLatLng(point(x, y), 0), zoom, { animate: false });
  }

  openAt(x, y, steps) {
    const map = this.#map;
    const zoom = Math.min(map.getZoom() + steps, map.getMaxZoom());
    map.setView(map.unproject([x, y]), zoom, { animate: false });
  }

  zoomBy(steps) {
    this.#map.setZoom(this.#map.getZoom() + steps);
  }

  view() {
    const { min } = this.#map.getPixelBounds();
    const { x, y } = this.#map.getSize();
    return Float64Array.of(min.x, min.y, x, y, this.#map.getZoom());
  }

  // Lists reach in here as windows into the memory of WebAssembly: what stays must be a copy.
  sketch(points, ends, names, spots, districts) {
    const [kept, middles] = [points, spots].map((list) => list.slice());
    this.#sketch = { points: kept, rings: ringsOf(kept, ends), names: names.split('\n'), spots: middles, districts };
    this.#say('drawn');
  }

  dots(left, top, spots, lights) {
    this.#dots = [left, top, spots.slice(), lights.slice()];
    this.#drawDots();
  }

  /** Takes over the buttons, and leaves alone those that stay: one of them may have the focus. */
  marks(html) {
    const pane = this.#buttons;
    const origin = this.#map.getPixelOrigin();
    anchor(pane, origin, this.#map);
    if (html === this.#written && this.#origin?.equals(origin)) return;
    [this.#written, this.#origin] = [html, origin];
    const focused = pane.contains(document.activeElement) ? document.activeElement : null;
    const template = document.createElement('template');
    template.innerHTML = html;
    const next = [...template.content.children];
    const keys = new Set(next.map(({ dataset }) => dataset.key));
    const held = new Map();
    for (const button of [...pane.children]) {
      if (keys.has(button.dataset.key)) held.set(button.dataset.key, button);
      else button.remove();
    }
    let place = pane.firstElementChild;
    for (const button of next) {
      const stays = held.get(button.dataset.key);
      if (stays) adopt(stays, button);
      const shown = stays ?? button;
      if (shown === place) place = place.nextElementSibling;
      else pane.insertBefore(shown, place);
      if (button.dataset.open) shown.style.setProperty('--open', `${button.dataset.open}%`);
      // In the plane: Leaflet's own way would make each a layer of its own.
      shown.style.transform = `translate(${button.dataset.x - origin.x}px, ${button.dataset.y - origin.y}px)`;
    }
    if (focused) (focused.isConnected ? focused : this).focus({ preventScroll: true });
    this.#marked = true;
  }

  standAt(x, y, radius) {
    const at = CRS.EPSG3857.pointToLatLng(point(x, y), 0);
    if (!this.#mark) {
      const icon = new DivIcon({ className: 'standing', iconSize: null });
      this.#mark = new Marker(at, { icon, draggable: true, keyboard: false }).addTo(this.#map);
      this.#mark.on('dragend', () => this.#say('placed'));
    }
    this.#mark.setLatLng(at);
    this.#radius = radius;
    this.#drawDots();
  }

  standing() {
    if (!this.#mark) return new Float64Array();
    const { x, y } = CRS.EPSG3857.latLngToPoint(this.#mark.getLatLng(), 0);
    return Float64Array.of(x, y);
  }

  /** Once, however often it is due until its frame comes. */
  #say(name) {
    if (!this.#due.size) requestAnimationFrame(() => this.#speak());
    this.#due.add(name);
  }

  /** One thing a frame, in the order in which it was due: a slow phone answers fingers in between. */
  #speak() {
    const [name] = this.#due;
    const marked = this.#marked;
    this.#marked = false;
    // New buttons are as much as a frame can carry.
    if (name === 'named' && marked) {
      requestAnimationFrame(() => this.#speak());
      return;
    }
    this.#due.delete(name);
    if (this.#due.size) requestAnimationFrame(() => this.#speak());
    if (name === 'drawn') this.#drawSketch();
    else if (name === 'named') this.#drawNames();
    else this.dispatchEvent(new Event(name));
  }

  #rest() {
    for (const name of ['drawn', 'worn', 'settled']) this.#say(name);
  }

  #moved() {
    const from = this.#dotted.anchor;
    const { min } = this.#map.getPixelBounds();
    const worn = from && Math.max(Math.abs(min.x - MARGIN - from.x), Math.abs(min.y - MARGIN - from.y)) > MARGIN;
    this.#say('moved');
    if (worn) {
      this.#say('worn');
      this.#say('drawn');
    }
  }

  /** Between two fingers the zoom is no whole number: what is drawn is stretched until they let go. */
  #stretch() {
    const map = this.#map;
    for (const layer of [this.#sketched, this.#dotted, this.#buttons]) {
      const { x, y, zoom } = layer.anchor;
      const scale = map.getZoomScale(map.getZoom(), zoom);
      DomUtil.setTransform(layer, point(x, y).multiplyBy(scale).subtract(map.getPixelOrigin()), scale);
    }
  }

  #canvas(name) {
    return DomUtil.create('canvas', '', this.#map.createPane(name));
  }

  /** An empty canvas over the window and its margin, and the pixel of the world at its corner. */
  #clear(canvas) {
    const { x, y } = this.#map.getSize().add([2 * MARGIN, 2 * MARGIN]);
    const ratio = Math.min(devicePixelRatio, MOST_PIXEL_RATIO);
    canvas.width = x * ratio;
    canvas.height = y * ratio;
    canvas.style.width = `${x}px`;
    canvas.style.height = `${y}px`;
    const corner = this.#map.getPixelBounds().min.subtract([MARGIN, MARGIN]);
    anchor(canvas, corner, this.#map);
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    return { context, corner, width: x, height: y, ratio, style: getComputedStyle(this) };
  }

  #drawSketch() {
    if (!this.#sketch || !isWhole(this.#map.getZoom())) return;
    const { points, rings } = this.#sketch;
    const { context, corner, width, height, style } = this.#clear(this.#sketched);
    const zoom = this.#map.getZoom();
    const scale = 2 ** zoom;
    const seen = ({ least: [west, north], most: [east, south] }) =>
      east * scale > corner.x && west * scale < corner.x + width && south * scale > corner.y && north * scale < corner.y + height;
    context.beginPath();
    for (const { from, end } of rings.filter(seen)) {
      let lastX = Infinity;
      let lastY = Infinity;
      for (let index = from; index < end; index += 1) {
        const x = points[2 * index] * scale - corner.x;
        const y = points[2 * index + 1] * scale - corner.y;
        // What moves by less than a pixel is not seen.
        if (Math.abs(x - lastX) < 1 && Math.abs(y - lastY) < 1) continue;
        if (index === from) context.moveTo(x, y);
        else context.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
    }
    context.fillStyle = style.getPropertyValue('--sheet');
    context.strokeStyle = style.getPropertyValue('--edge');
    context.fill('evenodd');
    context.stroke();

    const letter = parseFloat(style.fontSize) * 0.8;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const [plate, ink] = ['--sheet', '--soft'].map((colour) => style.getPropertyValue(colour));
    this.#naming = { context, corner, width, height, zoom, letter, plate, ink, next: 0, taken: [] };
    this.#say('named');
  }

  /** Writes the next names where there is room: letters are what costs a slow phone most. */
  #drawNames() {
    const { names, spots, districts } = this.#sketch;
    const naming = this.#naming;
    const { context, corner, width, height, zoom, letter, plate, ink, taken } = naming;
    const enough = taken.length + NAMES_A_FRAME;
    for (; naming.next < names.length && taken.length < enough; naming.next += 1) {
      const index = naming.next;
      const isStreet = index >= districts;
      if (zoom < NAMED_FROM[Number(isStreet)]) continue;
      const [x, y] = [spots[2 * index] * 2 ** zoom - corner.x, spots[2 * index + 1] * 2 ** zoom - corner.y];
      if (x < 0 || y < 0 || x > width || y > height) continue;
      context.font = `${isStreet ? 400 : 700} ${letter}px system-ui, sans-serif`;
      const [halfWidth, halfHeight] = [context.measureText(names[index]).width / 2 + 4, letter * 0.7];
      const lies = (other) => Math.abs(other.x - x) < other.halfWidth + halfWidth && Math.abs(other.y - y) < 2 * halfHeight;
      if (taken.some(lies)) continue;
      taken.push({ x, y, halfWidth });
      // A plate keeps lines away from letters, as a rim around each would, which costs much more.
      context.fillStyle = plate;
      context.fillRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
      context.fillStyle = ink;
      context.fillText(names[index], x, y);
    }
    if (naming.next < names.length) this.#say('named');
  }

  #drawDots() {
    if (!isWhole(this.#map.getZoom())) return;
    const [left, top, spots, lights] = this.#dots;
    const { context, corner, ratio, style } = this.#clear(this.#dotted);
    this.#drawAccuracy(context, corner, style.getPropertyValue('--ink'));
    const side = DOT + 2;
    for (const [name, light] of Object.entries(LIGHTS)) {
      const dot = dotOf(name, side, ratio, style);
      lights.forEach((one, index) => {
        if (one !== light) return;
        const x = left + spots[2 * index] - corner.x;
        const y = top + spots[2 * index + 1] - corner.y;
        context.drawImage(dot, x - side / 2, y - side / 2, side, side);
      });
    }
  }

  #drawAccuracy(context, corner, colour) {
    if (!this.#mark || !this.#radius) return;
    const { x, y } = this.#map.project(this.#mark.getLatLng()).subtract(corner);
    context.beginPath();
    context.arc(x, y, this.#radius * 2 ** this.#map.getZoom(), 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.setLineDash([]);
    context.stroke();
    context.globalAlpha = 0.08;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = 1;
  }
}

/** One dot, which is set down often: a path through thousands of them costs a slow phone much more. */
function dotOf(name, side, ratio, style) {
  const dot = document.createElement('canvas');
  dot.width = dot.height = side * ratio;
  const context = dot.getContext('2d');
  context.scale(ratio, ratio);
  const rect = (colour, y, height) => {
    context.fillStyle = style.getPropertyValue(colour);
    context.fillRect(1, y, DOT, height);
  };
  rect(name === 'lit' ? '--lamp' : '--sheet', 1, DOT);
  if (name === 'half') rect('--lamp', 1 + DOT / 2, DOT / 2);
  const isLit = name === 'lit' || name === 'half';
  context.strokeStyle = style.getPropertyValue(isLit ? '--ink' : '--soft');
  context.setLineDash(name === 'unknown' ? [2, 2] : []);
  context.strokeRect(1, 1, DOT, DOT);
  return dot;
}

/** Where each ring of points begins and ends, and how far it reaches. */
function ringsOf(points, ends) {
  let from = 0;
  return Array.from(ends, (end) => {
    const least = [Infinity, Infinity];
    const most = [-Infinity, -Infinity];
    for (let index = 2 * from; index < 2 * end; index += 1) {
      const axis = index % 2;
      least[axis] = Math.min(least[axis], points[index]);
      most[axis] = Math.max(most[axis], points[index]);
    }
    const ring = { from, end, least, most };
    from = end;
    return ring;
  });
}

/** Makes a button say what its successor says. */
function adopt(button, next) {
  for (const { name, value } of next.attributes) {
    if (button.getAttribute(name) !== value) button.setAttribute(name, value);
  }
  if (button.innerHTML !== next.innerHTML) button.innerHTML = next.innerHTML;
}

/** Puts a layer where that pixel of the world is, and remembers it. */
function anchor(layer, { x, y }, map) {
  layer.anchor = { x, y, zoom: map.getZoom() };
  DomUtil.setTransform(layer, point(x, y).subtract(map.getPixelOrigin()), 1);
}

const isWhole = (number) => number === Math.round(number);

customElements.define('city-map', CityMap);
