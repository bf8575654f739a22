import { Fragment } from 'react';

/** Text that prefers to break before an @ or a dot, as in an email address, instead of inside a word. */
export const Breakable = ({ text }: { text: string }) =>
  text.split(/(?=[@.])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

/** An email address in a sentence. */
export const EmailAddress = ({ address }: { address: string }) => (
  <strong>
    <Breakable text={address} />
  </strong>
);
