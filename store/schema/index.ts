export * from './audit.ts';
export * from './configuration.ts';
export * from './inbox.ts';
export * from './nominations.ts';
export * from './outbox.ts';
export * from './rounds.ts';
export * from './webhooks.ts';
export * from './workItems.ts';
