export { nomination } from './nomination.ts';
export { notifier } from './notifier.ts';
