import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { gradeOf, highestGrade } from '../../../outputs/grade.ts';

/** Words to be graded: in which language, and the names in them, which are not hard. */
export interface Graded {
  readonly text: string;
  readonly locale: string;
  readonly names: readonly string[];
}

/** The grade of a passage in words, with its hardest sentence where it is too hard. */
export function passageGrade({ text, locale, names }: Graded): TemplateResult | typeof nothing {
  if (locale !== 'en' || text.trim() === '') return nothing;
  const { grade, hard } = gradeOf(text, names);
  const [hardest] = hard;
  // A few short words have no grade worth telling.
  if (grade < 1) return nothing;
  return hardest === undefined
    ? html`${msg(str`Reading grade ${grade}.`, { id: 'out-grade' })}`
    : html`<span class="govuk-!-font-weight-bold"
          >${msg(str`Reading grade ${grade}: too hard. Shorter words and shorter sentences help, first here:`, { id: 'out-grade-hard' })}</span
        >
        <bdi>“${hardest}”</bdi> `;
}

/** The grade of everything a copy says. */
export function wholeGrade({ text, locale, names }: Graded): TemplateResult {
  if (locale !== 'en')
    return html`<p class="govuk-body">
      ${msg('A reading grade is worked out for English only. Ask somebody to read it aloud.', { id: 'out-grade-none' })}
    </p>`;
  const { grade } = gradeOf(text, names);
  return html`<p class="govuk-body" role="status">
    ${
      grade < 1
        ? msg('The whole is very easy to read.', { id: 'out-grade-whole-easy' })
        : grade <= highestGrade
          ? msg(
              str`Reading grade of the whole: ${grade}. Most people can read this from about 11 years of age; aim for 6 or less.`,
              { id: 'out-grade-whole' },
            )
          : msg(
              str`Reading grade of the whole: ${grade}. That is harder than 6: the passages below say which sentence is hard.`,
              { id: 'out-grade-whole-hard' },
            )
    }
  </p>`;
}
