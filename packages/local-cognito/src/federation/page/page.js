const request = new URLSearchParams(location.search).get('request') ?? '';

const find = (selector) => document.querySelector(selector);
const template = find('#account-template');

const names = { SignInWithApple: 'Apple', LoginWithAmazon: 'Amazon' };

const showProblem = () => {
  const problem = find('#problem');
  problem.textContent = 'The local server does not respond. Check that it is running, then try again.';
  problem.hidden = false;
};

const showGone = () => {
  find('#chooser').hidden = true;
  find('#gone').hidden = false;
};

const setDisabled = (isDisabled) => {
  for (const button of document.querySelectorAll('button')) button.disabled = isDisabled;
};

const answer = async (body) => {
  setDisabled(true);
  find('#problem').hidden = true;
  try {
    const response = await fetch('/identity-provider/answer', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ request, ...body }),
    });
    if (response.status === 404) return showGone();
    if (!response.ok) throw new Error(`The answer was refused with status ${response.status}.`);
    const { redirectTo } = await response.json();
    location.replace(redirectTo);
  } catch {
    setDisabled(false);
    showProblem();
  }
};

// Names are untrusted: insert them as text, never as HTML.
const createItem = ({ id, name, email, isEmailVerified }) => {
  const item = template.content.cloneNode(true);
  item.querySelector('.initial').textContent = name.slice(0, 1).toUpperCase();
  item.querySelector('.name').textContent = name;
  item.querySelector('.email').textContent = isEmailVerified ? email : `${email} (not verified)`;
  item.querySelector('.account').addEventListener('click', () => answer({ accountId: id }));
  return item;
};

const show = ({ providerName, clientName, accounts }) => {
  const provider = names[providerName] ?? providerName;
  for (const place of document.querySelectorAll('.provider')) place.textContent = provider;
  document.title = `Local stand-in for ${provider}`;
  find('#client').textContent = clientName;
  find('#accounts').replaceChildren(...accounts.map(createItem));
  find('#accounts').hidden = accounts.length === 0;
  find('#new-person').open = accounts.length === 0;
  find('#chooser').hidden = false;
};

find('#form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { name, email, verified } = event.target.elements;
  void answer({ newAccount: { name: name.value, email: email.value, isEmailVerified: verified.checked } });
});

find('#cancel').addEventListener('click', () => answer({ isCancelled: true }));

// The Back button restores the page in its last state.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

const load = async () => {
  const response = await fetch(`/identity-provider/request?${new URLSearchParams({ id: request })}`);
  if (response.ok) show(await response.json());
  else showGone();
};

load().catch(showProblem);
