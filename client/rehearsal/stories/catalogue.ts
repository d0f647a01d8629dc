import { latenessStories } from './ofLateness.ts';
import { officialStories } from './ofOfficials.ts';
import { roundStories } from './ofRounds.ts';
import { unitStories } from './ofUnits.ts';
import type { Story } from './story.ts';

const all = { ...officialStories, ...unitStories, ...latenessStories, ...roundStories };
export type StoryName = keyof typeof all;

/** Every story by name, in the order in which a short rehearsal takes them. */
export const stories: Readonly<Record<StoryName, Story>> = all;
export const storyNames = Object.keys(all) as StoryName[];
