import type { Answer } from '../../model/answer.ts';
import type { Assessment, PersonInput, Place } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { placeKey } from '../../model/place.ts';
import type { AnySession } from '../../session/any-session.ts';
import { PlainSession } from '../../session/plain-session.ts';
import { deviceWorld } from '../../session/world.ts';
import { rarer } from '../fields/rarer.ts';

/** One answer as a host page gives it and gets it. */
export interface GivenAnswer extends Place {
  readonly answer: Answer;
}

/** A session of the form's own, for a host page that keeps the answers itself. Every question of the pack is asked. */
export function ownSession(pack: Pack, people: readonly PersonInput[], answers: readonly GivenAnswer[]): AnySession {
  const now = deviceWorld.now();
  const assessment: Assessment = {
    format: 1,
    id: deviceWorld.newId(),
    kind: 'training',
    pack: { id: pack.id, version: pack.version, structureHash: pack.structureHash },
    route: 'full',
    reference: '',
    startedAt: now,
    changedAt: now,
    people: people.map((person) => ({
      ...(person.role === 'child' && person.inScope === undefined ? { inScope: true } : {}),
      ...person,
      id: person.id ?? deviceWorld.newId(),
    })),
    answers: Object.fromEntries(answers.map((each) => [placeKey(each), each.answer])),
    rounds: [],
    versions: [],
    history: [],
  };
  return sessionFor(pack, assessment);
}

/** The same session, able to do what rarer kinds of question need, once that is here. */
export function ableSession(session: AnySession): AnySession {
  const able = rarer()?.Session;
  return !able || session instanceof able ? session : sessionFor(session.pack, session.assessment);
}

const sessionFor = (pack: Pack, assessment: Assessment): AnySession =>
  new (rarer()?.Session ?? PlainSession)({ pack, assessment, world: deviceWorld });
