import type { Company, Employee, Happening } from './company.js';
import type { Journal, JournalEntry } from './journal.js';
import type { Play } from './play.js';

/** What the page needs to know. */
export interface ConsoleContent {
  readonly provider: string;
  readonly membersUrl: string;
  readonly company: Company;
  readonly journal: Journal;
  readonly play: Play;
}

/** The example company's directory: who is in, buttons that change it, and the requests that go out for it. */
export const consolePage = ({
  provider,
  membersUrl,
  company,
  journal,
  play,
}: ConsoleContent): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Acme’s directory</title><style>${STYLE}</style>
<main>
<header><div><h1>Acme’s directory</h1>
<p>It provisions RuleForge the way ${provider} does. Watch <a href="${membersUrl}">Members</a> while you change something here.</p></div>
<form method="post" action="/${play.isPaused ? 'resume' : 'pause'}"><button>${play.isPaused ? 'Go on by itself' : 'Pause'}</button></form></header>
<table><thead><tr><th scope="col">Person</th><th scope="col">Team</th><th scope="col">RuleForge</th><th scope="col">What next</th></tr></thead>
<tbody>${company.employees.map(rowOf).join('')}</tbody></table>
<h2>What happened</h2>
<ol>${journal.entries.map(itemOf).join('') || '<li>Nothing yet.</li>'}</ol>
</main><script>${SCRIPT}</script></html>`;

const rowOf = ({ person, team, isAssigned }: Employee): string => `<tr class="${isAssigned ? 'in' : 'out'}">
<th scope="row">${escape(person.name)}<small>${escape(person.email)}</small></th><td>${escape(team)}</td>
<td>${isAssigned ? 'Assigned' : 'Not assigned'}</td>
<td><form method="post" action="/let"><input type="hidden" name="person" value="${escape(person.id)}">${
  isAssigned
    ? `${button('mover', 'Move', person.name)} ${button('leaver', 'Leave', person.name)}`
    : button('joiner', 'Join', person.name)
}</form></td></tr>`;

const button = (happening: Happening, label: string, name: string): string =>
  `<button name="happening" value="${happening}" aria-label="${label} ${escape(name)}">${label}</button>`;

const itemOf = ({ at, kind, text }: JournalEntry): string =>
  `<li class="${kind}"><time datetime="${at.toISOString()}">${at.toTimeString().slice(0, 8)}</time> <span>${escape(text)}</span></li>`;

const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const STYLE = `
:root{color-scheme:light dark;--line:light-dark(#d9dee8,#2c3444);--soft:light-dark(#5b667a,#94a0b5);--ok:light-dark(#14683c,#5fd39a);--bad:light-dark(#a3202c,#ff8f98);--link:light-dark(#1d4fd7,#8fb0ff)}
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:light-dark(#fff,#11151d);color:light-dark(#1a2130,#e6eaf2)}
main{max-width:58rem;margin:0 auto;padding:2rem 1.25rem}
header{display:flex;flex-wrap:wrap;gap:1rem;align-items:start;justify-content:space-between}
h1{margin:0;font-size:1.6rem}h2{margin:2.25rem 0 .5rem;font-size:1.1rem}p{margin:.25rem 0 1.25rem;color:var(--soft)}a{color:var(--link)}
table{width:100%;border-collapse:collapse}th,td{padding:.55rem .75rem .55rem 0;border-bottom:1px solid var(--line);text-align:left;font-weight:400;vertical-align:middle}
thead th{color:var(--soft);font-size:.85rem}tbody th{font-weight:600}small{display:block;color:var(--soft);font-weight:400}
.in td:nth-child(3){color:var(--ok)}.out th,.out td{color:var(--soft)}
button{font:inherit;font-size:.9rem;padding:.25rem .8rem;border:1px solid var(--line);border-radius:.4rem;background:transparent;color:inherit;cursor:pointer}button:hover{border-color:currentColor}
ol{margin:0;padding:0;list-style:none}li{display:flex;gap:1rem;padding:.2rem 0}time{flex:none;color:var(--soft);font-variant-numeric:tabular-nums}
li span{overflow-wrap:anywhere}.news{font-weight:600}.request{color:var(--soft);font:.85rem/1.75 ui-monospace,monospace}.trouble{color:var(--bad)}
@media(max-width:34rem){thead{display:none}tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}th,td{display:block;padding:.1rem 0;border:0}}`;

// The page works without this; with it, nobody has to reload.
const SCRIPT = `
setInterval(async()=>{try{
const next=new DOMParser().parseFromString(await (await fetch('/')).text(),'text/html').querySelector('main');
const old=document.querySelector('main');
if(next&&next.innerHTML!==old.innerHTML&&!old.matches(':has(button:focus-visible,button:active)'))old.replaceWith(next);
}catch{}},1000)`;
