package io.coachflow.saga.agent.offline;

import java.util.List;

import io.coachflow.contracts.enrichment.Brief;

/**
 * Businesses that the tests know.
 */
final class Businesses {

	static final Brief RESTAURANT_IN_DAKAR = new Brief("fr", "Chez Awa",
			"D’ici 2030, trois tables Chez Awa à Dakar et une à Saint-Louis, où l’on vient pour la cuisine de nos "
					+ "grands-mères, avec 25 salariés que nous aurons formés.",
			"Nous cuisinons chaque midi du thiéboudienne et du yassa avec le poisson débarqué le matin à Soumbédioune, "
					+ "pour que les employés du Plateau mangent sénégalais, vite et bien.",
			"Les employés de bureau du Plateau, de 25 à 50 ans, qui ont 45 minutes pour déjeuner, et les familles de "
					+ "Dakar qui sortent le dimanche.",
			"Notre poisson vient de la pirogue du matin, jamais congelé. Chaque plat est servi en 8 minutes. Nos voisins "
					+ "servent des sandwichs ou du riz réchauffé.",
			"Un plat du jour à 2 500 F CFA, un menu complet à 4 000 F CFA, 60 couverts par service, et la livraison au "
					+ "bureau dès cinq plats commandés avant 11 h.",
			"Restaurant", "Dakar, Sénégal", 1, 0.86, List.of());

	static final Brief SCHOOL_IN_LYON = new Brief("fr", "Atelier Octet",
			"En 2030, 300 personnes par an sortent de notre école de Lyon avec un premier emploi de développeur ; la "
					+ "moitié sont des femmes.",
			"Nous formons en six mois des adultes en reconversion au métier de développeur, sur des projets réels "
					+ "d’entreprises lyonnaises, pour qu’ils soient embauchés sans reprendre cinq ans d’études.",
			"Les salariés de 28 à 45 ans qui veulent changer de métier et les demandeurs d’emploi de la métropole de "
					+ "Lyon, financés par leur CPF ou par France Travail. Ils ont souvent des enfants et un loyer.",
			"Chaque promotion compte 12 élèves pour un formateur, qui est développeur en activité. Dès la troisième "
					+ "semaine, ils livrent du code à une vraie entreprise. Les grandes écoles du web remplissent des "
					+ "amphithéâtres.",
			"Un parcours de 24 semaines à 6 900 €, payable en dix fois ou par le CPF. Deux promotions de 12 places par "
					+ "an, une soirée découverte gratuite chaque mois.",
			"École de logiciel", "Lyon, France", 1, 0.88, List.of());

	static final Brief BAKERY_IN_AUSTIN = new Brief("en", "Cedar & Crumb",
			"By 2029, two neighborhood bakeries in East Austin and a stand at every Saturday market, run by a team of "
					+ "twelve who all earn a living wage.",
			"We bake naturally leavened bread from Texas-grown heritage wheat, so that families in East Austin can buy a "
					+ "loaf with four ingredients within walking distance.",
			"Families with young children in East Austin who read labels, and cafes within five miles that want "
					+ "fresh bread at 6 a.m.",
			"We mill our own flour every morning and ferment each loaf for 36 hours. The supermarket loaf next door has "
					+ "22 ingredients.",
			"Country loaves at $9 and breakfast pastries from $4, 120 loaves a day. Cafes get a standing order "
					+ "delivered by bike, and Friday pizza dough can be reserved online.",
			"bakery", "Austin, United States", 1, 0.84, List.of());

	static final List<Brief> ALL = List.of(RESTAURANT_IN_DAKAR, SCHOOL_IN_LYON, BAKERY_IN_AUSTIN);

	private Businesses() {
	}

}
