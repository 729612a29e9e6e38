// Every element that may stand in anybody's page, for one script tag. The whole app is no part of it: that is a site.
import './elements/homeward-assessment.ts';
import './elements/homeward-factors.ts';
import './elements/homeward-form.ts';
import './elements/homeward-framework.ts';
import './elements/homeward-guidance.ts';
import './elements/homeward-progress.ts';
import './elements/homeward-question.ts';
import './elements/homeward-verify.ts';

// What a page hands to them. In the form for old-fashioned script tags it stands under the name `homeward`.
export { loadCase, loadPack } from './content/packs.ts';
