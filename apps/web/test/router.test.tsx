// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { RouterProvider } from 'react-router/dom';
import { afterEach, expect, test, vi } from 'vitest';
import { createAppRouter } from '../src/app/router.tsx';
import { openSession } from '../src/app/session/open-session.ts';
import { ToastContext } from '../src/components/toast-context.ts';
import { WebConfigContext } from '../src/config/web-config-context.tsx';
import { createQueryClient } from '../src/lib/query-client.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('redirects from the root to the files, through the sign-in page, without a warning', async () => {
  const warn = vi.spyOn(console, 'warn');
  vi.spyOn(window, 'scrollTo').mockReturnValue();
  const cognito = { userPoolId: 'us-east-1_Test0001', userPoolClientId: 'client' };
  const config = { cognito, selfSignUp: true };
  const queryClient = createQueryClient();

  const router = createAppRouter(async () => openSession(config, queryClient));
  render(
    <WebConfigContext value={config}>
      <QueryClientProvider client={queryClient}>
        {/* jsdom has no popovers, which the real messages are. */}
        <ToastContext value={() => undefined}>
          <RouterProvider router={router} />
        </ToastContext>
      </QueryClientProvider>
    </WebConfigContext>,
  );

  await screen.findByRole('button', { name: 'Continue' });
  expect(router.state.location).toMatchObject({ pathname: '/sign-in', state: { returnTo: '/files' } });
  expect(warn).not.toHaveBeenCalled();
});
