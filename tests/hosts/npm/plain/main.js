import "migration-widget";
