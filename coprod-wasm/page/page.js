// The page: loads coprod once and connects the two forms to it.
import { CoprodError, init, payment, power } from '../pkg/index.js';
import { byId, clearErrors, showErrors } from './dom.js';
import * as offer from './offer.js';
import * as decide from './decide.js';

/** On submit: read the form, ask coprod, show the answer, or say what is wrong. */
function connect(name, { read, show, input }, ask) {
  const [form, errors, answer] = ['form', 'errors', 'answer'].map((part) => byId(`${name}-${part}`));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(form, errors);
    const { request, problems, context } = read(form);
    if (problems.length > 0) {
      answer.hidden = true;
      showErrors(errors, problems);
      return;
    }
    try {
      await init();
      show(answer, ask(request), context);
    } catch (error) {
      if (!(error instanceof CoprodError)) throw error;
      answer.hidden = true;
      showErrors(errors, [{ input: input(error.path), message: `${error.message}: ${error.help}` }]);
    }
  });
}

decide.prepare();
connect('power', decide, (request) => power.measure(request));
connect('payment', offer, (request) => payment.quote(request));
// Loaded before anybody asks; a failure is shown when somebody does.
init().catch(() => {});
