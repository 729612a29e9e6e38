import { html, type TemplateResult } from 'lit';
import type { Person, PlaceKey } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack, PersonProperty, SectionId } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import type { FieldContext } from './context.ts';

/** The section that asks for what stands at a place; of a round opened later the last one to ask it. */
export function sectionAsking(pack: Pack, key: PlaceKey): SectionId | undefined {
  const place = parsePlaceKey(key);
  const asking = place ? (packIndex(pack).askedIn.get(place.question) ?? []) : [];
  return (asking.find(({ asked }) => asked.round === place?.round) ?? asking.at(-1))?.section.id;
}

/** Where a property of a person is asked: the table that lists people of their role. */
export function placeOfPerson(pack: Pack, { role }: Person, property: PersonProperty): PlaceKey | undefined {
  return pack.questions.find(
    ({ lists, columns }) => lists?.includes(role) && columns?.some((column) => column.property === property),
  )?.id;
}

/** Words that lead to an answer, or to one row of it, where the page can show it. */
export function answerLink(
  { pack, links }: FieldContext,
  key: PlaceKey | undefined,
  words: unknown,
  row?: string,
): TemplateResult {
  const section = key === undefined || links === '' ? undefined : sectionAsking(pack, key);
  return section === undefined
    ? html`${words}`
    : html`<a class="govuk-link" href="${links}${section}" data-focus=${row === undefined ? key : `${key}.${row}`}
        >${words}</a
      >`;
}
