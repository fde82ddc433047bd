import { table } from '../report/table.js';
import type { CpuProfile, ProfileNode } from './inspector.js';

/** The functions, and the packages, that the time went to, as two tables. Shares are of the time that was not idle. */
export function hottest(profile: CpuProfile, functions = 25): string {
  const spent = selfTimes(profile);
  const busy = [...spent].filter(([{ callFrame }]) => callFrame.functionName !== '(idle)');
  const total = busy.reduce((sum, [, time]) => sum + time, 0);
  const share = (time: number) => `${((100 * time) / total).toFixed(1)} %`;
  const rows = (keyOf: (node: ProfileNode) => string) =>
    [...gather(busy, keyOf)].sort(([, one], [, other]) => other - one).map(([key, time]) => [share(time), key]);
  const byFunction = table(['self time', 'function'], rows(functionOf).slice(0, functions));
  return `${byFunction}\n\n${table(['self time', 'package'], rows(packageOf).slice(0, 15))}`;
}

function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): Map<ProfileNode, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map<ProfileNode, number>();
  samples.forEach((id, index) => {
    const node = byId.get(id)!;
    spent.set(node, (spent.get(node) ?? 0) + (timeDeltas[index] ?? 0));
  });
  return spent;
}

function gather(spent: readonly [ProfileNode, number][], keyOf: (node: ProfileNode) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [node, time] of spent) sums.set(keyOf(node), (sums.get(keyOf(node)) ?? 0) + time);
  return sums;
}

function functionOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const name = functionName || '(anonymous)';
  return url === '' ? name : `${name} · ${placeOf(url)}:${lineNumber + 1}`;
}

function packageOf({ callFrame: { functionName, url } }: ProfileNode): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8';
  const place = placeOf(url);
  if (place.startsWith('node:')) return place.split('/')[0] === 'node:internal' ? place : place.replace(/\/.*/, '');
  const [, packaged] = /^((?:@[^/]+\/)?[^/]+)/.exec(place) ?? [];
  return url.includes('/node_modules/') ? (packaged ?? place) : place.split('/').slice(0, 4).join('/');
}

/** Packages by their names, our files by their places in `dist`. */
const placeOf = (url: string) => url.replace(/^.*\/node_modules\//, '').replace(/^.*\/dist\//, '');
