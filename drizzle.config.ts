import { defineConfig } from 'drizzle-kit';

// The tool insists on a default export. Next migration: `npx drizzle-kit generate --name=…` (add --custom for hand-written SQL).
export default defineConfig({ dialect: 'postgresql', schema: './store/schema/index.ts', out: './store/migrations' });
