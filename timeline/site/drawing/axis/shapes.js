// The shapes of the axis's marks, as SVG paths around a point: those that the build draws too.

const n = (value) => String(Math.round(value * 10) / 10);

const triangle = (x, y, r, way) => `M${n(x)} ${n(y + way * r)}L${n(x + r)} ${n(y - way * r)}H${n(x - r)}z`;
const stroke = (x, y, r) => `M${n(x - r)} ${n(y + r * 1.1)}L${n(x + r)} ${n(y - r * 1.1)}`;
const square = (x, y, half) => `M${n(x - half)} ${n(y - half)}h${n(2 * half)}v${n(2 * half)}h${n(-2 * half)}z`;

function house(x, y, r, way) {
  const [wall, eaves, left, right] = [y - way * r, y + way * r * 0.2, x - r * 0.8, x + r * 0.8].map(n);
  return `M${left} ${wall}V${eaves}L${n(x)} ${n(y + way * r)}L${right} ${eaves}V${wall}z`;
}

function ring(x, y, r) {
  const arc = `${n(r)} ${n(r)} 0`;
  return `M${n(x)} ${n(y - r)}a${arc} 1 1 0 ${n(2 * r)}a${arc} 0 1 0 ${n(-2 * r)}z`;
}

function chevron(x, y, r, way, back) {
  const [foot, tip] = [y + way * r * (back - 0.1), y + way * r * (back + 1)].map(n);
  return `M${n(x - r)} ${foot}L${n(x)} ${tip}L${n(x + r)} ${foot}`;
}

const MARKS = {
  jab: (...at) => [["solid", triangle(...at)]],
  reply: (...at) => [["hollow", triangle(...at)]],
  challenge: (...at) => [["cap", chevron(...at, 0) + chevron(...at, -1.1)]],
  statement: (...at) => [["cap", chevron(...at, 0)]],
  launch: (...at) => [["solid", house(...at)]],
  milestone: (...at) => [["hollow", house(...at)]],
  truce: (x, y, r) => [["hollow", `${ring(x, y, r)}M${n(x - r * 0.45)} ${n(y)}h${n(r * 0.9)}`]],
  debunked: (...at) => [["fake-mark", triangle(...at)], ["struck", stroke(...at)]],
};
MARKS.policy = MARKS.launch;
MARKS.legal = MARKS.milestone;
MARKS.deal = (x, y, r) => [["hollow", ring(x, y, r)]];

/** The class and path of each piece of a mark of half-size `r`; `way` is 1 to point down, -1 up. */
export const mark = (kind, x, y, r, way) => (MARKS[kind] ?? ((...at) => [["solid", square(at[0], at[1], at[2] / 2)]]))(x, y, r, way);

/** A house with its gable at `tip`: the mark of many moves. */
export function pentagon(x, start, tip, width) {
  const shoulder = n(tip - Math.sign(tip - start) * width * 0.36);
  const [left, right] = [n(x - width / 2), n(x + width / 2)];
  return `M${left} ${n(start)}V${shoulder}L${n(x)} ${n(tip)}L${right} ${shoulder}V${n(start)}z`;
}

/** A box between two corners. */
export const box = (x0, y0, x1, y1) => `M${n(x0)} ${n(y0)}H${n(x1)}V${n(y1)}H${n(x0)}z`;

/** A line through points. */
export const line = (...points) => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}`;

/** A coordinate with one decimal at most. */
export const number = n;
