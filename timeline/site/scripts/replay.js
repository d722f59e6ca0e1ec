// A day of a story, minute by minute: time passes between the two lanes when the reader lets it.
import { find, findAll } from "./dom.js";
import { Playback } from "./playback.js";
import { counted, data, duration, fill, rightToLeft, words } from "./words.js";
import { CHANGED } from "./ownclock.js";
import { follow as followClock, other, shown as byClock } from "./zone.js";

/** @import { How } from "./playback.js" */

followClock();

const MINUTE = 60000;
const ADDRESS = /^#t=([01]\d|2[0-3]):([0-5]\d)$/;

const player = find(document, ".player");
const { start, minutes, states } = data("replay");
const begin = new Date(start);
const still = matchMedia("(prefers-reduced-motion: reduce)");

// How many letters are read in a second, and how long a moment stays at least and at most.
const READ = 18;
const [SHORTEST, LONGEST] = [2, 4];

const turns = findAll(player, ".turn").map((element) => ({ element, at: Number(element.dataset.at) }));
const range = find(player, "input", HTMLInputElement);
const select = find(player, "select", HTMLSelectElement);
const [play, step, back] = ["play", "step", "back"].map((act) => find(player, `[data-do=${act}]`, HTMLButtonElement));
const lanes = findAll(player, "[data-lane]");
const now = { clock: find(player, ".now time", HTMLTimeElement), other: find(player, ".now .other") };
const status = find(player, "[role=status]");

const gap = find(player, ".gap");

const playback = new Playback(stays(), update);
const shown = { minute: -1, moment: -1, playing: false };

/** For how long each moment stays: as long as it takes to read all its cards. */
function stays() {
  /** @type {Map<number, number>} */
  const letters = new Map([[0, 0]]);
  for (const { element, at } of turns) {
    letters.set(at, (letters.get(at) ?? 0) + find(element, ".card").textContent.trim().length);
  }
  const moments = [...letters].sort(([one], [two]) => one - two);
  return moments.map(([at, read]) => ({ at, seconds: Math.min(Math.max(read / READ, SHORTEST), LONGEST) }));
}

/**
 * Say how much later the next moment comes, in full.
 *
 * @param {number} length
 */
function later(length) {
  const { exact, hour, join, minute } = words.distance;
  /** @type {[number, import("../data/types.d.ts").Forms][]} */
  const parts = [
    [Math.floor(length / 60), hour],
    [length % 60, minute],
  ];
  const spelt = parts.filter(([count]) => count).map(([count, forms]) => counted(forms, count));
  return fill(exact, { length: spelt.join(join) });
}

/** @param {number} minute */
const dateAt = (minute) => new Date(begin.getTime() + minute * MINUTE);
/** @param {number} minute */
const clockAt = (minute) => dateAt(minute).toISOString().slice(11, 16);

/**
 * Say when a minute was, by the clock that the reader has chosen.
 *
 * @param {number} minute
 */
function told(minute) {
  const { clock, zone } = byClock(dateAt(minute));
  return `${clock} ${zone}`;
}

/**
 * The minute of the last moment that has come.
 *
 * @param {number} position
 */
const reached = (position) => turns.findLast((turn) => turn.at <= position)?.at ?? 0;

/**
 * Say how a company stood at a minute.
 *
 * @param {string} lane
 * @param {number} minute
 */
function stood(lane, minute) {
  const state = states[lane].findLast((one) => one.at <= minute) ?? states[lane][0];
  if (state.since === undefined) return words.replay[state.name];
  const length = minute - state.since;
  if (length < 1) return words.replay.down_now;
  const exactly = duration(length, { governed: true });
  const text = state.exact ? exactly : fill(words.duration.about, { length: exactly });
  return fill(words.replay[state.name], { length: text });
}

/**
 * Show what changes from minute to minute.
 *
 * @param {number} minute
 */
function showMinute(minute) {
  const date = dateAt(minute);
  now.clock.textContent = byClock(date).clock;
  now.clock.dateTime = date.toISOString();
  now.other.textContent = other(date);
  range.value = String(minute);
  range.setAttribute("aria-valuetext", told(minute));
  for (const line of lanes) line.textContent = stood(line.dataset.lane ?? "", minute);
}

/**
 * Show which moments have come, and say the present one to those who do not see it. It is brought into view where
 * that is asked for and, while it plays, where the one before is: whoever has scrolled elsewhere is not pulled back.
 *
 * @param {number} at
 * @param {boolean} [follow]
 */
function showMoment(at, follow) {
  const before = turns.find((turn) => turn.at === shown.moment)?.element;
  const bring = follow ?? (before && visible(before));
  for (const { element, at: own } of turns) {
    element.classList.toggle("here", own === at);
    element.classList.toggle("ahead", own > at);
    if (own === at) element.setAttribute("aria-current", "step");
    else element.removeAttribute("aria-current");
  }
  const present = turns.filter((turn) => turn.at === at).map((turn) => turn.element);
  if (!before) return;
  status.textContent = present.map(said).join(" ");
  if (bring) present[0].scrollIntoView({ block: present[0].offsetHeight > innerHeight / 2 ? "start" : "center" });
}

/** @param {Element} element */
function visible(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}

/** @param {HTMLElement} element */
function said(element) {
  const card = find(element, ".card").textContent.replace(/\s+/g, " ").trim();
  return `${told(Number(element.dataset.at))}. ${card}`;
}

/**
 * Bring the page to the playback's position.
 *
 * @param {How} how
 */
function update({ follow } = {}) {
  const { passing, playing, position } = playback;
  const minute = Math.floor(position);
  const moment = reached(position);
  player.style.setProperty("--at", String((still.matches ? moment : position) / minutes));
  gap.textContent = passing > 1 ? later(passing) : "";
  if (minute !== shown.minute) showMinute(minute);
  if (moment !== shown.moment) showMoment(moment, follow);
  if (playing !== shown.playing) showPlaying(playing);
  const keep = shown.minute !== -1 && (moment !== shown.moment || playing !== shown.playing);
  Object.assign(shown, { minute, moment, playing });
  if (keep) remember();
}

/** @param {boolean} playing */
function showPlaying(playing) {
  player.classList.toggle("playing", playing);
  find(play, ".vh").textContent = playing ? words.replay.pause : words.replay.play;
}

/** Put the position into the address, so that it can be sent to somebody. */
function remember() {
  const hash = `#t=${clockAt(Math.floor(playback.position))}`;
  history.replaceState(history.state, "", location.pathname + location.search + hash);
}

/** Go where the address says. */
function recall() {
  const found = ADDRESS.exec(location.hash);
  if (!found) return;
  /** @param {string} clock */
  const of = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const minute = (of(`${found[1]}:${found[2]}`) - of(clockAt(0)) + 1440) % 1440;
  if (minute <= minutes) seek(minute, { follow: false });
}

/** @param {number} minute */
function seek(minute, { follow = true } = {}) {
  playback.seek(minute, { follow });
  remember();
}

/** @param {number} way */
function stepBy(way) {
  const next = turns.find((turn) => turn.at > playback.position);
  const last = turns.findLast((turn) => turn.at < playback.position);
  seek(way > 0 ? (next?.at ?? minutes) : (last?.at ?? 0));
}

const toggle = () => (playback.playing ? playback.pause() : playback.play());

/**
 * Answer the keys that belong to the replay, while the focus is in it.
 *
 * @param {KeyboardEvent} event
 */
function key(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target === select) return;
  const forward = rightToLeft ? -1 : 1;
  /** @param {number} way */
  const byMinute = (way) => seek(Math.floor(playback.position) + way);
  const move = event.target === range ? byMinute : stepBy;
  /** @type {Record<string, (() => void) | undefined>} */
  const answers = {
    ArrowRight: () => move(forward),
    ArrowLeft: () => move(-forward),
    Home: () => seek(0),
    End: () => seek(minutes),
    // A button has its own use for this key.
    " ": event.target instanceof HTMLButtonElement ? undefined : toggle,
  };
  const answer = answers[event.key];
  if (!answer) return;
  event.preventDefault();
  answer();
}

function fold() {
  const same = find(document, ".same");
  const button = find(same, ".fold", HTMLButtonElement);
  button.disabled = false;
  button.addEventListener("click", () => {
    const open = same.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  });
}

function wire() {
  play.addEventListener("click", toggle);
  step.addEventListener("click", () => stepBy(1));
  back.addEventListener("click", () => stepBy(-1));
  select.addEventListener("change", () => (playback.speed = Number(select.value)));
  range.addEventListener("input", () => playback.seek(Number(range.value), { follow: false }));
  range.addEventListener("change", remember);
  player.addEventListener("keydown", key);
  addEventListener("hashchange", recall);
  document.addEventListener(CHANGED, () => showMinute(shown.minute));
  for (const control of [range, select, play, step, back]) control.disabled = false;
}

playback.speed = Number(select.value);
wire();
fold();
update();
recall();
