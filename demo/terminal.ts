import { type Demo, type Style, STYLE_NAMES } from './demo.js';
import type { JournalEntry } from './journal.js';
import type { Happening } from './company.js';

/** How an entry looks in a terminal. */
export const lineOf = ({ at, kind, text }: JournalEntry): string => {
  const time = at.toTimeString().slice(0, 8);
  return kind === 'request' ? `            ${text}\n` : `  ${time}  ${text}\n`;
};

/** What a newcomer is told once everything runs. */
export const guide = ({ ruleForge, signInUrl, providerUrl, console }: Demo, style: Style, every: number): string => `
  RuleForge            ${ruleForge.url}/settings/members
    E-mail             ${ruleForge.founded.admin.email}
    Password           ${ruleForge.founded.admin.password}
  Acme’s directory     ${console.url}   (who joins, moves and leaves: click)
  Identity provider    ${providerUrl}
  SCIM base URL        ${ruleForge.founded.scim.baseUrl}
  SCIM token           ${ruleForge.founded.scim.token}

  1. Open RuleForge and sign in with the e-mail and the password: four people are members, synced by the directory,
     with roles that their groups gave them.
  2. In a private window open ${signInUrl}
     and be Grace Hopper: she has no password here, the identity provider says who she is.
  3. Wait until she leaves, or send her away in Acme’s directory: her next click in RuleForge shows the sign-in page.

  Every ${every} s somebody joins, moves or leaves, the way ${STYLE_NAMES[style]} says it over SCIM.
${process.stdin.isTTY ? '  Keys: j joiner, m mover, l leaver, p pause or go on, q stop.\n' : ''}  Ctrl-C stops everything; nothing is kept.

`;

const HAPPENING_OF: ReadonlyMap<string, Happening> = new Map([
  ['j', 'joiner'],
  ['m', 'mover'],
  ['l', 'leaver'],
]);

const CTRL_C = '\u0003';

/** Obeys keys, where there is a terminal. */
export function obeyKeys({ play }: Demo, stop: () => void): void {
  if (!process.stdin.isTTY) return;
  process.stdin.setRawMode(true).setEncoding('utf8');
  process.stdin.on('data', (keys: string) => {
    for (const key of keys.toLowerCase()) {
      const happening = HAPPENING_OF.get(key);
      if (happening) void play.let(happening);
      else if (key === 'p') togglePause(play);
      else if (key === 'q' || key === CTRL_C) stop();
    }
  });
}

/** Gives the terminal back as it was. */
export function leaveTerminal(): void {
  if (process.stdin.isTTY) process.stdin.setRawMode(false);
}

function togglePause(play: Demo['play']): void {
  if (play.isPaused) play.resume();
  else play.pause();
  process.stdout.write(play.isPaused ? '  Paused: p goes on.\n' : '  Going on.\n');
}
