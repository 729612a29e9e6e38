import { asAssessment } from '../model/as-assessment.ts';
import type { Pack } from '../model/pack.ts';
import { phrase } from '../model/phrases.ts';
import type { Published } from '../model/report.ts';
import type { Bundle, Coding, Questionnaire, QuestionnaireResponse } from './fhir-types.ts';
import { assessmentSystem, questionnaireUrl } from './names.ts';
import { questionnaire, scopes } from './questionnaire.ts';
import { responses } from './responses.ts';

/** FHIR's own mark for what is about nobody real. */
const testData: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
};

/**
 * What `published` holds as FHIR R4: the questions of those who were asked, and what each of them answered in each round
 * (SPEC.md F). Evidence, people's details beyond the answers, and signatures are not in it.
 */
export function fhirBundle(pack: Pack, published: Published): Bundle {
  const assessment = asAssessment(published);
  const isTraining = assessment.kind === 'training';
  const answered = responses(pack, assessment, published.on);
  const asked = scopes
    .filter((scope) => answered.some((each) => each.questionnaire.startsWith(questionnaireUrl(pack.id, scope))))
    .map((scope) => questionnaire(pack, scope));
  const mark = <T extends Questionnaire | QuestionnaireResponse>(resource: T): T =>
    isTraining ? { ...resource, meta: { security: [testData] } } : resource;
  const marked = asked.map((each) =>
    mark(isTraining ? { ...each, title: `${phrase(pack, 'training')} – ${each.title}` } : each),
  );
  return {
    resourceType: 'Bundle',
    ...(isTraining ? { meta: { security: [testData] } } : {}),
    identifier: { system: assessmentSystem, value: assessment.id },
    type: 'collection',
    entry: [...marked, ...answered.map(mark)].map((resource) => ({
      fullUrl: `urn:uuid:${resource.id}`,
      resource,
    })),
  };
}
