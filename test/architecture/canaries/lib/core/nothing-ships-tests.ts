import '@/test/target';
