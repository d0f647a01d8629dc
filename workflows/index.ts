export { nomination } from './nomination.ts';
export { notifier } from './notifier.ts';
export { report } from './report.ts';
export { round } from './round.ts';
