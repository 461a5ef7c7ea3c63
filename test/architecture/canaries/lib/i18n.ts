import '@/lib/core/target';
