import '@/entrypoints/popup/target';
