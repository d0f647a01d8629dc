import { dayMs } from '../../../contract/calendarDay.ts';
import type { Agenda } from './agenda.ts';

/** People come to their inbox at half days, each at a minute of their own: one look serves everything that waits. */
export type Visits = { ask(person: string, notBefore: string): void };

const slotMs = dayMs / 2;

/** Gives the visits of people; `look` is called for one person at a time, never twice at once. */
export function visitsOn(agenda: Agenda, seed: number, look: (person: string) => Promise<void>): Visits {
  const asked = new Set<string>();
  const looking = new Map<string, Promise<void>>();

  async function visit(person: string, slot: string): Promise<void> {
    asked.delete(slot);
    // A person who is still at it goes on when done: never two of the same at the desk.
    const before = looking.get(person) ?? Promise.resolve();
    const now = before.then(() => look(person));
    looking.set(
      person,
      now.catch(() => {}),
    );
    await now;
  }

  return {
    ask(person, notBefore) {
      const habitMs = habit(`${seed} ${person}`);
      const slot = Math.ceil((Date.parse(notBefore) - habitMs) / slotMs);
      const name = `${person} ${slot}`;
      if (asked.has(name)) return;
      asked.add(name);
      agenda.at(new Date(slot * slotMs + habitMs).toISOString(), () => visit(person, name));
    },
  };
}

/** Gives a few hours that are always the same for the same text (FNV-1a). */
function habit(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % slotMs;
}
