// <city-map>: what moves on the page of the map. Leaflet carries the view and its tiles, a drawing
// the sketch below them, a canvas the dots above, a pane the buttons. What lies where and what it is called
// is decided in Rust (app/src/islands/map/), which speaks of pixels of the world to this element.
//
// Events: `moved` while it moves, `worn` when the dots must be painted anew, `settled` when it rests,
// `placed` when the mark was dragged: of where somebody is, or of where a place stands. None comes while a method runs.

import { CRS, DivIcon, DomUtil, Map as Leaflet, Marker, TileLayer, point } from 'leaflet';

const SVG = 'http://www.w3.org/2000/svg';

/** What is painted beyond the window, in pixels, so that little is missing while one pans. */
const MARGIN = 96;

/** From these zooms on, names are shown: of districts, of streets. */
const NAMED_FROM = [8, 13];

/** As many new buttons are set in one frame. */
const BUTTONS_A_FRAME = 8;

/** Steps of an outline in a pixel of zoom 0, as in app/src/islands/city_map/sketch.rs. */
const OUTLINE_STEPS = 2 ** 18;

/** As many names are written at once. */
const NAMES_A_FRAME = 4;

/** The height of their letters in em, as in style/city-map.css. */
const LETTER = 0.8;

/** The height of a line of names, in letter heights. */
const LINE = 1.4;

/** Finer than this is not seen, and costs memory. */
const MOST_PIXEL_RATIO = 2;

/** A dot by the number of its light: its colours, each from where to where around its middle. */
const DOTS = [
  [['--ink', -3, -3, 4, 4], ['--lamp', -2, -2, 3, 3]],
  [['--ink', -3, -3, 4, 4], ['--sheet', -2, -2, 3, 0], ['--lamp', -2, 0, 3, 3]],
  [['--soft', -3, -3, 4, 4], ['--sheet', -2, -2, 3, 3]],
  [['--soft', -3, -3, 4, 4], ['--sheet', -2, -2, 3, 3], ['--sheet', -3, -1, 4, 2], ['--sheet', -1, -3, 2, 4]],
];

/** In this order they are painted: the best on top. */
const LIGHTS = [2, 3, 1, 0];

class CityMap extends HTMLElement {
  #map;
  #due = new Set();
  #sketched;
  #outlined;
  #named;
  #letter;
  #dotted;
  #buttons;
  #written;
  #next;
  #mark;
  #radius = 0;
  #dots;

  connectedCallback() {
    const map = new Leaflet(this, {
      attributionControl: false,
      zoomControl: false,
      // Nothing moves by itself.
      zoomAnimation: false,
      fadeAnimation: false,
      inertia: false,
    });
    this.#map = map;
    this.#sketched = add(map.createPane('sketch'), 'svg');
    this.#sketched.setAttribute('aria-hidden', 'true');
    this.#dotted = map.createPane('dots').appendChild(document.createElement('canvas'));
    this.#buttons = map.createPane('buttons');
  }

  open(x, y, zoom, minZoom, maxZoom) {
    this.#letter = parseFloat(getComputedStyle(this).fontSize) * LETTER;
    const map = this.#map.setMinZoom(minZoom).setMaxZoom(maxZoom);
    this.go(x, y, zoom);
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
    // A new canvas is dear for three frames; there is nothing else to be painted yet.
    this.#clearDots();
    this.dots(0, 0, [], []);
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
  outline(path, x, y) {
    const outlines = add(this.#sketched, 'path');
    outlines.setAttribute('d', path);
    this.#outlined = { outlines, x, y };
    for (const name of ['dotted', 'drawn']) this.#say(name);
  }

  nameAll(names, spots, districts) {
    const texts = ['text', 'text'].map((name) => add(this.#sketched, name));
    this.#named = { names: names.split('\n'), spots: spots.slice(), districts, texts, written: new Map() };
  }

  dots(left, top, spots, lights) {
    this.#dots = { zoom: this.#map.getZoom(), left, top, spots: spots.slice(), lights: lights.slice() };
    this.#say('dotted');
  }

  /** Takes over the buttons. */
  marks(html) {
    const origin = this.#map.getPixelOrigin();
    if (html === this.#written && this.#next.origin.equals(origin)) return;
    this.#written = html;
    const template = document.createElement('template');
    template.innerHTML = html;
    this.#next = { buttons: [...template.content.children], origin, zoom: this.#map.getZoom() };
    this.#say('marked');
  }

  /**
   * Sets the next buttons, as many new ones as a frame can carry, and leaves alone those that stay: one
   * of them may have the focus.
   */
  #setButtons() {
    const pane = this.#buttons;
    const { buttons: next, origin, zoom } = this.#next;
    if (zoom !== this.#map.getZoom()) {
      this.#written = undefined;
      return;
    }
    anchor(pane, origin, this.#map);
    const focused = pane.contains(document.activeElement) ? document.activeElement : null;
    const keys = new Set(next.map(({ dataset }) => dataset.key));
    const held = new Map();
    for (const button of [...pane.children]) {
      if (keys.has(button.dataset.key)) held.set(button.dataset.key, button);
      else button.remove();
    }
    let place = pane.firstElementChild;
    let room = BUTTONS_A_FRAME;
    for (const button of next) {
      const stays = held.get(button.dataset.key);
      if (stays) adopt(stays, button);
      else if (room === 0) continue;
      else room -= 1;
      const shown = stays ?? button;
      if (shown === place) place = place.nextElementSibling;
      else pane.insertBefore(shown, place);
      if (button.dataset.open) shown.style.setProperty('--open', `${button.dataset.open}%`);
      // In the plane: Leaflet's own way would make each a layer of its own.
      shown.style.transform = `translate(${button.dataset.x - origin.x}px, ${button.dataset.y - origin.y}px)`;
    }
    if (pane.childElementCount < next.length) this.#say('marked');
    if (focused) (focused.isConnected ? focused : this).focus({ preventScroll: true });
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
    this.#say('dotted');
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
    this.#due.delete(name);
    if (this.#due.size) requestAnimationFrame(() => this.#speak());
    if (name === 'drawn') this.#drawOutlines();
    else if (name === 'named') this.#drawNames();
    else if (name === 'dotted') this.#drawDots();
    else if (name === 'marked') this.#setButtons();
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
    const layers = [this.#sketched, this.#dotted, this.#buttons];
    for (const layer of layers.filter(({ anchor }) => anchor)) {
      const { x, y, zoom } = layer.anchor;
      const scale = map.getZoomScale(map.getZoom(), zoom);
      DomUtil.setTransform(layer, point(x, y).multiplyBy(scale).subtract(map.getPixelOrigin()), scale);
    }
  }

  /** The window and its margin: the pixel of the world at its corner, and its size. */
  #around() {
    const { x: width, y: height } = this.#map.getSize().add([2 * MARGIN, 2 * MARGIN]);
    const corner = this.#map.getPixelBounds().min.subtract([MARGIN, MARGIN]);
    return { corner, width, height };
  }

  /** Puts a layer there. */
  #lay(layer) {
    const around = this.#around();
    layer.style.width = `${around.width}px`;
    layer.style.height = `${around.height}px`;
    anchor(layer, around.corner, this.#map);
    return around;
  }

  /** No canvas: the browser keeps these shapes, and paints them beside the page's work. */
  #drawOutlines() {
    const zoom = this.#map.getZoom();
    if (!isWhole(zoom)) return;
    const { corner } = this.#lay(this.#sketched);
    if (this.#outlined) {
      const { outlines, x, y } = this.#outlined;
      const step = 2 ** zoom / OUTLINE_STEPS;
      const [right, down] = [x * 2 ** zoom - corner.x, y * 2 ** zoom - corner.y];
      outlines.setAttribute('transform', `matrix(${step} 0 0 ${step} ${right} ${down})`);
    }
    this.#moveNames();
  }

  /** Names keep their places while the zoom stays. */
  #moveNames() {
    const named = this.#named;
    if (!named) return;
    const { anchor } = this.#sketched;
    if (named.from?.zoom !== anchor.zoom) {
      named.from = anchor;
      for (const { words } of named.written.values()) words.remove();
      named.written.clear();
    }
    const { x, y } = named.from;
    for (const text of named.texts) text.setAttribute('transform', `translate(${x - anchor.x} ${y - anchor.y})`);
  }

  /** Writes the next names where there is room, and leaves alone those that stay: letters are dear. */
  #drawNames() {
    if (!this.#named || !this.#sketched.anchor) return;
    this.#moveNames();
    const { names, spots, districts, texts, written, from } = this.#named;
    const { anchor } = this.#sketched;
    const { zoom } = anchor;
    const { width, height } = this.#around();
    let room = NAMES_A_FRAME;
    names.forEach((name, index) => {
      const kind = Number(index >= districts);
      if (zoom < NAMED_FROM[kind]) return;
      const [x, y] = [spots[3 * index] * 2 ** zoom, spots[3 * index + 1] * 2 ** zoom];
      const [right, down] = [x - anchor.x, y - anchor.y];
      if (right < 0 || down < 0 || right > width || down > height) {
        written.get(index)?.words.remove();
        written.delete(index);
        return;
      }
      const half = (spots[3 * index + 2] * this.#letter) / 2;
      const lies = (other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < this.#letter * LINE;
      if (room === 0 || written.has(index) || [...written.values()].some(lies)) return;
      room -= 1;
      const words = add(texts[kind], 'tspan');
      words.setAttribute('x', x - from.x);
      words.setAttribute('y', y - from.y);
      words.textContent = name;
      written.set(index, { x, y, half, words });
    });
    if (room === 0) this.#say('named');
  }

  #clearDots() {
    const canvas = this.#dotted;
    const context = canvas.getContext('2d');
    const { corner, width, height } = this.#lay(canvas);
    const ratio = Math.min(devicePixelRatio, MOST_PIXEL_RATIO);
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width === across && canvas.height === down) {
      context.clearRect(0, 0, width, height);
    } else {
      [canvas.width, canvas.height] = [across, down];
      context.scale(ratio, ratio);
    }
    return { context, corner };
  }

  #drawDots() {
    const { zoom, left, top, spots, lights } = this.#dots;
    // Who has zoomed meanwhile sees others in a moment.
    if (zoom !== this.#map.getZoom()) return;
    const { context, corner } = this.#clearDots();
    const style = getComputedStyle(this);
    this.#drawAccuracy(context, corner, style.getPropertyValue('--ink'));
    for (const light of LIGHTS) {
      const parts = DOTS[light].map(([colour, ...sides]) => [style.getPropertyValue(colour), ...sides]);
      lights.forEach((one, index) => {
        if (one !== light) return;
        const x = Math.round(left + spots[2 * index] - corner.x);
        const y = Math.round(top + spots[2 * index + 1] - corner.y);
        for (const [colour, west, north, east, south] of parts) {
          context.fillStyle = colour;
          context.fillRect(x + west, y + north, east - west, south - north);
        }
      });
    }
    // For benchmarks: the dots are there.
    if (lights.length) performance.mark('dotted');
    this.#say('named');
  }

  #drawAccuracy(context, corner, colour) {
    if (!this.#mark || !this.#radius) return;
    const { x, y } = this.#map.project(this.#mark.getLatLng()).subtract(corner);
    context.beginPath();
    context.arc(x, y, this.#radius * 2 ** this.#map.getZoom(), 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.stroke();
    context.globalAlpha = 0.08;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = 1;
  }
}

/** A new shape at the end of another. */
function add(parent, name) {
  return parent.appendChild(document.createElementNS(SVG, name));
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
