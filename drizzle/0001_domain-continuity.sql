ALTER TABLE `attempts` ADD `panel` text;--> statement-breakpoint
ALTER TABLE `domains` ADD `state_reason` text;--> statement-breakpoint
ALTER TABLE `domains` ADD `seen_by` text;--> statement-breakpoint
ALTER TABLE `domains` ADD `looked_at` integer;--> statement-breakpoint
ALTER TABLE `domains` ADD `name_servers` text;--> statement-breakpoint
ALTER TABLE `domains` ADD `name_servers_seen_at` integer;--> statement-breakpoint
ALTER TABLE `domains` ADD `token_demanded_at` integer;--> statement-breakpoint
ALTER TABLE `domains` ADD `registered_at` integer;--> statement-breakpoint
ALTER TABLE `domains` ADD `ready_at` integer;--> statement-breakpoint
ALTER TABLE `domains` ADD `try_at` integer;--> statement-breakpoint
CREATE INDEX `domains_registrable` ON `domains` (`registrable_domain`);