import '../browser/target';
