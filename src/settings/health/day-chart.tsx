import type { ActivityDay } from '@ruleforge/scim';
import type { Language } from '../../web/language.js';
import type { HealthMessages } from './health-messages.js';

export interface DayChartProps {
  readonly days: readonly ActivityDay[];
  readonly messages: HealthMessages;
  readonly language: Language;
}

const SERIES = ['created', 'updated', 'deactivated'] as const;
const HEIGHT = 120;
const BAR = 12;
const GAP = 2;
const DAY = SERIES.length * (BAR + GAP) + 14;

/** Three bars a day, drawn by the server; who cannot see them opens the table of the same numbers beside them. */
export const DayChart = ({ days, messages, language }: DayChartProps) => {
  const most = Math.max(1, ...days.flatMap((day) => SERIES.map((name) => day[name])));
  return (
    <figure class="chart">
      <figcaption>
        <span>{messages.chart}</span>
        <span class="chart__legend">
          {SERIES.map((name) => (
            <span key={name} class={`chart__key chart__key--${name}`}>
              {messages[name]}
            </span>
          ))}
        </span>
      </figcaption>
      <div class="chart__scroll" tabIndex={0} role="group" aria-label={messages.chart}>
        <svg viewBox={`0 0 ${days.length * DAY} ${HEIGHT + 22}`} role="img" aria-label={messages.chart}>
          <line class="chart__base" x1="0" x2={days.length * DAY} y1={HEIGHT} y2={HEIGHT} />
          {days.map((day, index) => (
            <g key={day.day} transform={`translate(${index * DAY} 0)`}>
              {SERIES.map((name, place) => (
                <Bar key={name} name={name} place={place} share={day[name] / most} />
              ))}
              <text x={DAY / 2} y={HEIGHT + 16}>
                {toShortDay(day.day, language)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <details>
        <summary>{messages.chartTable}</summary>
        <DayTable days={days} messages={messages} language={language} />
      </details>
    </figure>
  );
};

interface BarProps {
  readonly name: (typeof SERIES)[number];
  readonly place: number;
  readonly share: number;
}

const Bar = ({ name, place, share }: BarProps) => {
  const height = share === 0 ? 0 : Math.max(2, share * (HEIGHT - 6));
  return (
    <rect
      class={`chart__bar chart__bar--${name}`}
      x={7 + place * (BAR + GAP)}
      y={HEIGHT - height}
      width={BAR}
      height={height}
      rx="2"
    />
  );
};

const DayTable = ({ days, messages, language }: DayChartProps) => (
  <table class="chart__table">
    <thead>
      <tr>
        {[messages.day, ...SERIES.map((name) => messages[name])].map((heading) => (
          <th key={heading} scope="col">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {days.map((day) => (
        <tr key={day.day}>
          <th scope="row">{toShortDay(day.day, language)}</th>
          {SERIES.map((name) => (
            <td key={name}>{messages.number(day[name])}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const toShortDay = (day: string, language: Language) =>
  new Intl.DateTimeFormat(language === 'pt' ? 'pt-BR' : 'en', {
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
