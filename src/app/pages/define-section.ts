// A draft may need rarer kinds of question in any section: they come with the form and not after it.
import '../../elements/homeward-form.ts';
import { haveRarer } from '../../elements/fields/rarer.ts';
import * as parts from '../../elements/form/rarer-parts.ts';

haveRarer(parts);
