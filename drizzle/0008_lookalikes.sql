CREATE TABLE `allowed_names` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `name_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`cursor` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `protected_brands` (
	`brand_id` text PRIMARY KEY NOT NULL,
	`chosen_by` text NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `registered_names` (
	`subject` text NOT NULL,
	`brand_id` text NOT NULL,
	`kind` text NOT NULL,
	`platform` text,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`is_public` integer NOT NULL,
	PRIMARY KEY(`subject`, `key`),
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registered_names_key` ON `registered_names` (`key`,`is_public`,`kind`,`platform`);--> statement-breakpoint
CREATE INDEX `registered_names_brand` ON `registered_names` (`brand_id`);--> statement-breakpoint
CREATE TABLE `word_pieces` (
	`piece` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`piece`, `word`)
);
--> statement-breakpoint
CREATE INDEX `word_pieces_word` ON `word_pieces` (`word`);