/** A day of the trend, as far as it is drawn. */
export interface TrendDay {
  readonly day: string;
  readonly working: boolean;
  readonly filed: number;
  readonly finished: number;
}

/** The drawing in its own units: one column of `step` for each day, `height` high. */
export interface TrendShape {
  readonly width: number;
  readonly height: number;
  readonly most: number;
  readonly columns: readonly { readonly day: string; readonly working: boolean; readonly x: number; readonly y: number; readonly height: number }[];
  /** points of the line of finished matters, "x,y x,y" */
  readonly line: string;
}

const step = 20;
const barWidth = 12;
const height = 100;

/** Width of one day's bar. */
export const trendBar = barWidth;
/** Width of one day. */
export const trendStep = step;

/** Bars of what was filed and the line of what was finished, on one scale from zero to the largest of both. */
export function trendShape(days: readonly TrendDay[]): TrendShape {
  const most = days.reduce((largest, { filed, finished }) => Math.max(largest, filed, finished), 0);
  const high = (n: number): number => (most === 0 ? 0 : Math.round((n * height * 10) / most) / 10);
  return {
    width: Math.max(1, days.length) * step, height, most,
    columns: days.map(({ day, working, filed }, i) => ({ day, working, x: i * step + (step - barWidth) / 2, y: height - high(filed), height: high(filed) })),
    line: days.map(({ finished }, i) => `${i * step + step / 2},${Math.round((height - high(finished)) * 10) / 10}`).join(' '),
  };
}
