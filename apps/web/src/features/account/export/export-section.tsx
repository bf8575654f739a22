import { Button } from '@aws-amplify/ui-react';
import { FormMessage } from '#components/form-message.tsx';
import { explainError } from '#lib/explained-error.ts';
import { AccountSection } from '../components/account-section.tsx';
import { SettingGroup } from '../components/setting-group.tsx';
import { useExportAccount } from './export-account.ts';
import { canChooseFolder } from './file-destination.ts';
import { FileExportForm } from './file-export-form.tsx';

const ExportData = () => {
  const { mutate, isPending, isSuccess, error } = useExportAccount();
  return (
    <div className="export">
      <Button isLoading={isPending} loadingText="Exporting" onClick={() => mutate()}>
        Download my data
      </Button>
      <FormMessage tone="success">{isSuccess && 'Your data was downloaded.'}</FormMessage>
      <FormMessage tone="error">{error && explainError(error)}</FormMessage>
    </div>
  );
};

const whereFilesGo = (): string =>
  canChooseFolder()
    ? 'You choose a folder on this device.'
    : 'Your browser saves them one after another, and may ask whether to allow that.';

/** Everything that is stored about the user, to take away. */
export const ExportSection = () => (
  <AccountSection title="Export" text="Take everything with you that is stored about you.">
    <SettingGroup
      title="Data"
      text="Your profile, devices, unfinished uploads, and all files with the people and links that they are shared with, as JSON."
    >
      <ExportData />
    </SettingGroup>
    <SettingGroup
      title="Files"
      text={`Your files, those in the trash, and those that others share with you. ${whereFilesGo()}`}
    >
      <FileExportForm />
    </SettingGroup>
  </AccountSection>
);
