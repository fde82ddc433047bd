export const PERIODS = ['hour', 'day', 'week', 'month'] as const;

/** How far back a list goes. */
export type Period = (typeof PERIODS)[number];

const HOURS: Readonly<Record<Period, number>> = { hour: 1, day: 24, week: 168, month: 720 };

/** When a period began; nothing when the list goes back to its beginning. */
export const beginningOf = (period: Period | undefined): Date | undefined =>
  period && new Date(Date.now() - HOURS[period] * 3_600_000);
