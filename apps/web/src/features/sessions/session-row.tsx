import { Button } from '@aws-amplify/ui-react';
import type { Session } from '@share-my-files/contract';
import Monitor from 'lucide-react/icons/monitor';
import Smartphone from 'lucide-react/icons/smartphone';
import { useId, useState } from 'react';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { DetailRow } from '#components/detail-row.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';
import { formatDate } from '#lib/format-date.ts';
import { useNow } from '#lib/use-now.ts';
import { useEndSession } from './sessions.ts';

const isPhone = (device: string): boolean => /Android|iOS|iPhone|iPad/.test(device);

const detailsOf = ({ place, lastActiveAt, isCurrent }: Session, now: number): string =>
  [isCurrent ? 'This device' : `Active ${formatDate(lastActiveAt, now)}`, place].filter(Boolean).join(' · ');

const SignOutDevice = ({ session, textId }: { session: Session; textId: string }) => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate: end, isPending, error } = useEndSession();
  return (
    <>
      <Button variation="link" aria-describedby={textId} onClick={() => setIsAsking(true)}>
        Sign out
      </Button>
      {isAsking && (
        <ConfirmDialog
          title="Sign out on this device?"
          confirmLabel="Sign out"
          isPending={isPending}
          loadingText="Signing out"
          onConfirm={() => end(session.id)}
          onClose={() => setIsAsking(false)}
        >
          <p>{session.device ?? 'The device'} loses access immediately, and its uploads stop.</p>
          <FormMessage tone="error">{error && explainError(error)}</FormMessage>
        </ConfirmDialog>
      )}
    </>
  );
};

export const SessionRow = ({ session }: { session: Session }) => {
  const textId = useId();
  const now = useNow();
  const { device, isCurrent } = session;
  const Icon = isPhone(device ?? '') ? Smartphone : Monitor;
  return (
    <li>
      <DetailRow
        icon={<Icon size={20} aria-hidden="true" />}
        textId={textId}
        title={device ?? 'Unknown device'}
        details={detailsOf(session, now)}
      >
        {!isCurrent && <SignOutDevice session={session} textId={textId} />}
      </DetailRow>
    </li>
  );
};
