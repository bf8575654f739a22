const list = document.querySelector('#messages');
const empty = document.querySelector('#empty');
const clear = document.querySelector('#clear');
const connection = document.querySelector('#connection');
const announcement = document.querySelector('#announcement');
const template = document.querySelector('#message-template');

const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'medium' });

const copyCode = async (code, action) => {
  try {
    await navigator.clipboard.writeText(code);
    action.textContent = 'Copied';
    announcement.textContent = `Code ${code} copied`;
  } catch {
    action.textContent = 'Copying is blocked: select the code';
  }
};

const showCode = (button, code) => {
  if (code === undefined) {
    button.remove();
    return;
  }
  const action = button.querySelector('.action');
  button.querySelector('.digits').textContent = code;
  button.addEventListener('click', () => copyCode(code, action));
};

// Mail is untrusted: insert it as text, never as HTML.
const createItem = ({ id, to, subject, text, code, sentAt }) => {
  const item = template.content.cloneNode(true).querySelector('li');
  const time = item.querySelector('time');
  item.dataset.id = id;
  item.querySelector('.subject').textContent = subject;
  item.querySelector('.recipient').textContent = `To ${to}`;
  item.querySelector('.text').textContent = text;
  time.textContent = timeFormat.format(new Date(sentAt));
  time.dateTime = sentAt;
  showCode(item.querySelector('.code'), code);
  return item;
};

// Keep existing items, so that focus and open messages survive an update.
const show = (messages) => {
  const known = new Map([...list.children].map((item) => [item.dataset.id, item]));
  const items = messages.map((message) => known.get(message.id) ?? createItem(message));
  const added = items.filter((item) => !item.isConnected);
  for (const item of known.values()) if (!items.includes(item)) item.remove();
  list.prepend(...added);
  empty.hidden = messages.length > 0;
  clear.disabled = messages.length === 0;
  document.title = messages.length === 0 ? 'Local mailbox' : `(${messages.length}) Local mailbox`;
  if (added.length > 0 && known.size > 0) announcement.textContent = `New message: ${messages[0].subject}`;
};

let newestRequest = 0;

const refresh = async () => {
  newestRequest += 1;
  const request = newestRequest;
  const response = await fetch('/mailbox/messages');
  const { messages } = await response.json();
  // A slow response must not replace a newer one.
  if (request === newestRequest) show(messages);
};

const showConnection = (isLive) => {
  connection.textContent = isLive ? 'Live' : 'Reconnecting';
  connection.classList.toggle('is-live', isLive);
};

const follow = () => refresh().catch(() => showConnection(false));

clear.addEventListener('click', async () => {
  await fetch('/mailbox/messages', { method: 'DELETE' });
  announcement.textContent = 'All messages cleared';
});

const events = new EventSource('/mailbox/events');
events.addEventListener('message', follow);
events.addEventListener('open', follow);
events.addEventListener('open', () => showConnection(true));
events.addEventListener('error', () => showConnection(false));
