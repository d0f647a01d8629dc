import type { Programme } from '../contract/programme.ts';
import { bodyOf } from '../contract/programme.ts';
import type { Body, Directory } from './directorySchema.ts';

/** Gives the units that may nominate in the programme: the subordinate units of the body that issued it. */
export function unitsOf(programme: Programme, directory: Directory): Body[] {
  const issuer = bodyOf(programme.issuer.body);
  return directory.bodies.filter(({ nominates, under }) => nominates && under === issuer);
}
