// A day of a story, minute by minute: time passes between the two lanes when the reader lets it.
import { Playback } from "./playback.js";
import { data, duration, fill, rightToLeft, words } from "./words.js";
import { yours } from "./zone.js";

const MINUTE = 60000;
const ADDRESS = /^#t=([01]\d|2[0-3]):([0-5]\d)$/;

const player = document.querySelector(".player");
const { start, minutes, states } = data("replay");
const begin = new Date(start);
const still = matchMedia("(prefers-reduced-motion: reduce)");

const find = (selector) => player.querySelector(selector);
const turns = [...player.querySelectorAll(".turn")].map((element) => ({ element, at: Number(element.dataset.at) }));
const range = find("input");
const select = find("select");
const buttons = Object.fromEntries([...player.querySelectorAll("button")].map((button) => [button.dataset.do, button]));
const lanes = [...player.querySelectorAll("[data-lane]")];
const now = { clock: find(".now time"), zone: find(".now .zone") };
const status = find("[role=status]");

const playback = new Playback(minutes, update);
const shown = { minute: -1, moment: -1, playing: null };

const dateAt = (minute) => new Date(begin.getTime() + minute * MINUTE);
const clockAt = (minute) => dateAt(minute).toISOString().slice(11, 16);

/** The minute of the last moment that has come. */
const reached = (position) => turns.findLast((turn) => turn.at <= position).at;

/** Say how a company stood at a minute. */
function stood(lane, minute) {
  const state = states[lane].findLast((one) => one.at <= minute);
  if (state.since === undefined) return words.replay[state.name];
  const length = minute - state.since;
  if (length < 1) return words.replay.down_now;
  const said = duration(length, { governed: true });
  return fill(words.replay[state.name], { length: state.exact ? said : fill(words.duration.about, { length: said }) });
}

/** Show what changes from minute to minute. */
function showMinute(minute) {
  const clock = clockAt(minute);
  now.clock.textContent = clock;
  now.clock.dateTime = dateAt(minute).toISOString();
  now.zone.textContent = yours(dateAt(minute));
  range.value = minute;
  range.setAttribute("aria-valuetext", `${clock} ${words.time.utc}`);
  for (const line of lanes) line.textContent = stood(line.dataset.lane, minute);
}

/**
 * Show which moments have come, and say the present one to those who do not see it. It is brought into view where
 * that is asked for and, while it plays, where the one before is: whoever has scrolled elsewhere is not pulled back.
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
  if (bring) present[0].scrollIntoView({ block: "nearest" });
}

function visible(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}

function said(element) {
  const card = element.querySelector(".card").textContent.replace(/\s+/g, " ").trim();
  return `${clockAt(Number(element.dataset.at))} ${words.time.utc}. ${card}`;
}

/** Bring the page to the playback's position; where motion is not wanted it goes from moment to moment. */
function update({ follow } = {}) {
  const { playing } = playback;
  const position = still.matches && playing ? reached(playback.position) : playback.position;
  const minute = Math.floor(position);
  const moment = reached(position);
  player.style.setProperty("--at", String(position / minutes));
  if (minute !== shown.minute) showMinute(minute);
  if (moment !== shown.moment) showMoment(moment, follow);
  if (playing !== shown.playing) showPlaying(playing);
  const keep = shown.minute !== -1 && (moment !== shown.moment || playing !== shown.playing);
  Object.assign(shown, { minute, moment, playing });
  if (keep) remember();
}

function showPlaying(playing) {
  player.classList.toggle("playing", playing);
  buttons.play.querySelector(".vh").textContent = playing ? words.replay.pause : words.replay.play;
}

/** Put the position into the address, so that it can be sent to somebody. */
function remember() {
  history.replaceState(history.state, "", `#t=${clockAt(Math.floor(playback.position))}`);
}

/** Go where the address says. */
function recall() {
  const found = ADDRESS.exec(location.hash);
  if (!found) return;
  const of = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const minute = (of(`${found[1]}:${found[2]}`) - of(clockAt(0)) + 1440) % 1440;
  if (minute <= minutes) seek(minute, { follow: false });
}

function seek(minute, { follow = true } = {}) {
  playback.seek(minute, { follow });
  remember();
}

function step(way) {
  const next = turns.find((turn) => turn.at > playback.position);
  const last = turns.findLast((turn) => turn.at < playback.position);
  seek(way > 0 ? (next?.at ?? minutes) : (last?.at ?? 0));
}

const toggle = () => (playback.playing ? playback.pause() : playback.play());

/** Answer the keys that belong to the replay, while the focus is in it. */
function key(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target === select) return;
  const forward = rightToLeft ? -1 : 1;
  const move = event.target === range ? (way) => seek(Math.floor(playback.position) + way) : step;
  const answers = {
    ArrowRight: () => move(forward),
    ArrowLeft: () => move(-forward),
    Home: () => seek(0),
    End: () => seek(minutes),
    // A button has its own use for this key.
    " ": event.target.closest("button") ? undefined : toggle,
  };
  if (!answers[event.key]) return;
  event.preventDefault();
  answers[event.key]();
}

function fold() {
  const button = document.querySelector(".same .fold");
  button.disabled = false;
  button.addEventListener("click", () => {
    const open = button.parentElement.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  });
}

function wire() {
  buttons.play.addEventListener("click", toggle);
  buttons.step.addEventListener("click", () => step(1));
  buttons.back.addEventListener("click", () => step(-1));
  select.addEventListener("change", () => (playback.speed = Number(select.value)));
  range.addEventListener("input", () => playback.seek(Number(range.value), { follow: false }));
  range.addEventListener("change", remember);
  player.addEventListener("keydown", key);
  addEventListener("hashchange", recall);
  for (const control of [range, select, ...Object.values(buttons)]) control.disabled = false;
}

playback.speed = Number(select.value);
wire();
fold();
update();
recall();
