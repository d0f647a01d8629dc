import type { Command } from 'commander';
import type { Cli } from '../session.ts';
import { define } from './define.ts';
import { addRoundActs } from './roundActs.ts';
import { addRoundChange } from './roundChange.ts';
import { addRoundViews } from './roundViews.ts';

/** `round <command> <round>`: looks at a round and acts on it */
export function addRound(program: Command, cli: Cli): void {
  const round = define(program, cli, 'round', [
    'round show 004/2.9/nam2021 --as dtn.reviewer',
    'round plan 004/2.9/nam2021 > ke-hoach.yaml',
    'round submit 004/2.9/nam2021 --form ke-hoach.yaml --as dtn.reviewer',
  ]);
  for (const add of [addRoundViews, addRoundActs, addRoundChange]) add(round, cli);
}
