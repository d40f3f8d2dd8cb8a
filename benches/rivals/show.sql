select report from role where id = 'it-manager';
