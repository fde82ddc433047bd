import { readFileSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second. */
const TICK_MS = 10;

/** CPU time of a process and all its threads so far, in milliseconds. */
export function cpuOf(pid: number): number {
  const [user = 0, system = 0] = readTimes(pid);
  return (user + system) * TICK_MS;
}

/** CPU time of a process, its children, and those of its children that have ended. */
export function cpuOfFamily(pid: number): number {
  const own = readTimes(pid).reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
  return childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), own);
}

/** Memory that a process holds now, in megabytes. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

/** `utime`, `stime`, `cutime` and `cstime`; nothing for a process that has ended. */
function readTimes(pid: number): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return afterName.slice(11, 15).map(Number);
  } catch {
    return [];
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
