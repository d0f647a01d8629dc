/** How long the measuring itself takes on an idle machine. */
const spinMs = 250;
const most = 3;

/**
 * Gives how much longer this process needs than on an idle machine: 1 when it has a processor to itself, 3 at most.
 * Measured by working a little: a load average says nothing of containers and of other people's machines.
 */
export function pressure(): number {
  const sinceMs = performance.now();
  const before = process.cpuUsage();
  let usedMs = 0;
  while (usedMs < spinMs && performance.now() - sinceMs < spinMs * most) {
    for (let turn = 0; turn < 200_000; turn++) Math.imul(turn, turn);
    const { user, system } = process.cpuUsage(before);
    usedMs = (user + system) / 1_000;
  }
  return Math.min(most, Math.max(1, (performance.now() - sinceMs) / Math.max(1, usedMs)));
}
