import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { SignatureEntry } from '../../model/answer.ts';
import type { Person } from '../../model/assessment.ts';
import type { Evaluation, Instance } from '../../model/evaluate.ts';
import type { Stage } from '../../model/pack.ts';
import { presentPeople } from '../../model/people.ts';
import type { Session } from '../../session/session.ts';
import { hashOf } from '../routes.ts';

/** Whose agreement a stage asks for, and whether it is in the document. */
export interface Consent {
  /** The question that holds it. */
  readonly instance: Instance;
  readonly given: readonly string[];
  /** Parents whose mark is not there. A child may sign and need not. */
  readonly missing: readonly Person[];
  /** Children whose mark is not there. */
  readonly children: readonly Person[];
  /** Why the question was answered otherwise, as its state; null where marks are what it awaits. */
  readonly otherwise: boolean;
}

/** The agreement of parents and child that this stage holds; null where it asks for none. */
export function consentOf(
  { assessment, evaluation }: Pick<Session, 'assessment' | 'evaluation'>,
  stage: Stage,
): Consent | null {
  const instance = asked(evaluation, stage);
  if (!instance) return null;
  const { answer } = instance;
  const entries = answer?.is === 'given' ? (answer.value as readonly SignatureEntry[]) : [];
  const marked = entries.filter(({ mark }) => mark !== undefined && (mark.kind === 'drawn' || mark.text.trim() !== ''));
  const people = presentPeople(assessment);
  const nameOf = ({ person, name = '' }: SignatureEntry): string =>
    people.find(({ id }) => id === person)?.name ?? name;
  const without = (asked: string): readonly Person[] =>
    people.filter(
      ({ id, role }) =>
        role === asked && !marked.some(({ person, role: signedAs }) => person === id && family.includes(signedAs)),
    );
  return {
    instance,
    given: marked.filter(({ role }) => family.includes(role)).map(nameOf),
    missing: without('parent'),
    children: without('child'),
    otherwise: answer !== null && answer.is !== 'given',
  };
}

const family = ['parent', 'child'];

const asked = ({ applies }: Evaluation, stage: Stage): Instance | undefined =>
  applies.find(
    (each) =>
      each.stage === stage.id &&
      each.question.kind === 'signature' &&
      each.question.answeredBy.some((role) => family.includes(role)),
  );

/** Says whose agreement the document holds, and, while it can still be put there, whose it does not. */
export function consentView(session: Session, consent: Consent): TemplateResult {
  const { assessment } = session;
  const { instance, given, missing, otherwise } = consent;
  const names = (list: readonly string[]): TemplateResult => html`<bdi><strong>${list.join(', ')}</strong></bdi>`;
  return html`<div class="govuk-inset-text">
    <h2 class="govuk-heading-s">${msg('The agreement of parents and child', { id: 'consent-title' })}</h2>
    ${
      given.length > 0
        ? html`<p class="govuk-body">
            ${msg('In the document, with their mark:', { id: 'consent-given' })} ${names(given)}
          </p>`
        : nothing
    }
    ${
      missing.length > 0 && !otherwise
        ? html`<p class="govuk-body">
              ${msg('No mark in the document from:', { id: 'consent-missing' })}
              ${names(missing.map(({ name }) => name))}
            </p>
            <p class="govuk-body">
              ${msg('It has to be there before the first digital signature. A signed PDF cannot be changed: you would have to make a new version.', { id: 'consent-before' })}
              <a
                class="govuk-link"
                href=${hashOf({ page: 'section', id: assessment.id, section: instance.section })}
                data-focus=${instance.key}
                >${msg('Look at the whole question', { id: 'consent-question' })}</a
              >
            </p>`
        : nothing
    }
    ${
      session.readonly || otherwise
        ? nothing
        : html`<homeward-consent .session=${session} .consent=${consent}></homeward-consent>`
    }
  </div>`;
}

/** What has to be confirmed before signing; empty where nothing is missing. */
export function consentAsked(consent: Consent | null): string {
  if (!consent || consent.otherwise || consent.missing.length === 0) return '';
  const names = consent.missing.map(({ name }) => name.trim()).join(', ');
  return msg(str`I sign without a mark of ${names} in the document`, { id: 'consent-without' });
}
