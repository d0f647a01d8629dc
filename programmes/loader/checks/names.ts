import type { BodyPoint, Programme } from '../../../contract/programme.ts';
import { notStated } from '../../../contract/programme.ts';
import { problemAt } from '../problems.ts';
import type { Check } from './context.ts';
import { duplicates } from './context.ts';

type Mention = { path: PropertyKey[]; id: string };

/** Every body named is one of the definition's `bodies`, and each of those is in the directory. */
export const checkBodies: Check = ({ programme, source, directory }) => {
  const known = directory.bodies.map(({ id }) => id);
  const listed = programme.bodies.flatMap((id, index) =>
    known.includes(id) ? [] : [problemAt(source.place(['bodies', index]), 'UNKNOWN_BODY', { name: id }, known)],
  );
  const used = bodyMentions(programme).flatMap(({ path, id }) =>
    programme.bodies.includes(id)
      ? []
      : [problemAt(source.place(path), 'UNKNOWN_BODY', { name: id }, programme.bodies)],
  );
  return [...listed, ...used];
};

/** Ids are used once; a coverage target names a movement there is. */
export const checkIds: Check = ({ programme, source }) => {
  const lists = {
    movements: programme.movements,
    phases: programme.phases,
    bodies: programme.bodies.map((id) => ({ id })),
  };
  const twice = Object.entries(lists).flatMap(([list, items]) =>
    duplicates(
      source,
      items.map(({ id }) => id),
      (index) => [list, index],
      (path, values) => problemAt(source.place(path), 'DUPLICATE_ID', values),
    ),
  );
  const movements = programme.movements.map(({ id }) => id);
  const targets = programme.coverageTargets.flatMap(({ movement }, index) =>
    movements.includes(movement)
      ? []
      : [
          problemAt(
            source.place(['coverageTargets', index, 'movement']),
            'UNKNOWN_MOVEMENT',
            { name: movement },
            movements,
          ),
        ],
  );
  return [...twice, ...targets];
};

function bodyMentions(programme: Programme): Mention[] {
  const listed = (path: PropertyKey[], ids: readonly string[] = []) =>
    ids.map((id, index) => ({ path: [...path, index], id }));
  return [
    ...pointMentions(['issuer', 'body'], programme.issuer.body),
    ...programme.launchingBodies.flatMap((point, index) => pointMentions(['launchingBodies', index], point)),
    ...pointMentions(['standingBody'], programme.standingBody),
    ...pointMentions(['council'], programme.council),
    ...listed(['authorities', 'configured', 'value'], programme.authorities.configured.value),
    ...programme.distribution.flatMap(({ body }, index) => optional(['distribution', index, 'body'], body)),
    ...(programme.reporting === notStated ? [] : programme.reporting).flatMap(({ to, via }, index) => [
      ...pointMentions(['reporting', index, 'to'], to),
      ...(via === notStated ? [] : optional(['reporting', index, 'via', 'body'], via.body)),
    ]),
    ...programme.movements.flatMap((movement, index) => {
      const path = ['movements', index];
      const own = [...path, 'configured'];
      return [
        ...pointMentions([...path, 'host'], movement.host),
        ...pointMentions([...path, 'inCharge'], movement.inCharge),
        ...listed([...own, 'divisions'], movement.configured.divisions),
        ...listed([...own, 'authorities'], movement.configured.authorities),
        ...optional([...own, 'council'], movement.configured.council),
        ...optional([...own, 'standingBody'], movement.configured.standingBody),
      ];
    }),
  ];
}

function pointMentions(path: PropertyKey[], point: BodyPoint): Mention[] {
  const fact = point.stated === notStated ? undefined : point.stated.body;
  return [
    ...optional([...path, 'stated', 'body'], fact),
    ...optional([...path, 'configured', 'value'], point.configured?.value),
  ];
}

function optional(path: PropertyKey[], id: string | undefined): Mention[] {
  return id === undefined || id === notStated ? [] : [{ path, id }];
}
