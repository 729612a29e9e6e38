import { html, type TemplateResult } from 'lit';
import { languageTag } from '../../i18n/locale.ts';
import type { Pack } from '../../model/pack.ts';
import type { Report, ReportBlock, Runs } from '../../model/report.ts';
import { sameStrings } from './same-strings.ts';

const english = new WeakMap<Pack, ReadonlySet<string>>();

/** Remembers which words of `pack` are English for want of its own language, by what `inEnglish` says at the same places. */
export function compareWithEnglish(pack: Pack, inEnglish: Pack): void {
  english.set(pack, pack.locale === 'en' ? new Set() : sameStrings(pack, inEnglish));
}

/** Whether any words of `pack` are English for want of the language that is spoken. */
export const isPartlyEnglish = (pack: Pack): boolean => (english.get(pack)?.size ?? 0) > 0;

/** The language of a text of `pack` where it is not the one of the page around it; null where it is. */
export function langOf(pack: Pack, text: string): string | null {
  const language = pack.locale !== 'en' && english.get(pack)?.has(text) ? 'en' : pack.locale;
  return language === languageTag() ? null : language;
}

/** A text of `pack` for showing, marked with its language where a voice that reads it aloud must change. */
export function words(pack: Pack, text: string): string | TemplateResult {
  const lang = langOf(pack, text);
  return lang === null ? text : html`<span lang=${lang}>${text}</span>`;
}

/** Runs with the language on each piece of the words of `pack` that differs from the page. */
export function runsWithLanguages(runs: Runs, pack: Pack): Runs {
  return runs.map((run) => {
    const lang = run.own || run.lang !== undefined ? null : langOf(pack, run.text);
    return lang === null ? run : { ...run, lang };
  });
}

/** A part of a report of `pack` with the language on each piece of the pack's words that differs from the page's. */
export function blockWithLanguages(of: ReportBlock, pack: Pack): ReportBlock {
  const mark = (runs: Runs): Runs => runsWithLanguages(runs, pack);
  switch (of.kind) {
    case 'heading':
    case 'paragraph':
      return { ...of, runs: mark(of.runs) };
    case 'list':
      return { ...of, items: of.items.map(mark) };
    case 'facts':
      return { ...of, rows: of.rows.map(({ name, value }) => ({ name: mark(name), value: mark(value) })) };
    case 'table':
      return {
        ...of,
        caption: mark(of.caption),
        head: of.head.map(mark),
        rows: of.rows.map((row) => row.map((cell) => ({ ...cell, runs: mark(cell.runs) }))),
      };
    case 'panel':
      return { ...of, title: mark(of.title), body: of.body.map(mark) };
  }
}

/** A report of `pack` with its languages, for screen and paper alike. */
export function withLanguages(report: Report, pack: Pack): Report {
  const { title, subtitle, body, signing } = report;
  return {
    ...report,
    title: runsWithLanguages(title, pack),
    subtitle: runsWithLanguages(subtitle, pack),
    body: body.map((block) => blockWithLanguages(block, pack)),
    signing: signing && {
      ...signing,
      heading: runsWithLanguages(signing.heading, pack),
      statement: signing.statement.map((runs) => runsWithLanguages(runs, pack)),
    },
  };
}
