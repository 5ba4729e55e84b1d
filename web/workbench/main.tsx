import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import '../ui/ui.css';
import './workbench.css';
import { App } from './app.tsx';
import { makeQueryClient } from './server/query-client.ts';
import { applyAppearance } from './shell/appearance.ts';
import { WordsProvider } from './words/words.tsx';

applyAppearance();
const place = document.getElementById('workbench');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <WordsProvider>
          <Router base="/workbench">
            <App />
          </Router>
        </WordsProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
