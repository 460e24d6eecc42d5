ALTER TABLE `brands` ADD `languages` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `country` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `language` text;--> statement-breakpoint
CREATE INDEX `claims_language` ON `claims` (`language`);